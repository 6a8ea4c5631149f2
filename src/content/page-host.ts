/** The host of the site that is read. A frame whose markup stands in the page around it has no address of its own. */
export const findPageHost = (): string =>
  location.hostname || (parent === window ? '' : parent.location.hostname);
