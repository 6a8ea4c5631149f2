/**
 * Intl formats are slow to make and are asked for on every tick: this gives the same one again for the same locale, options and
 * `state`, which names what else the browser made it of.
 */
export const rememberFormats = <Options, Format>(make: (locale: string, options: Options) => Format) => {
  const formats = new Map<string, Format>();
  return (locale: string, options: Options, state = ''): Format => {
    const key = `${locale} ${state} ${JSON.stringify(options)}`;
    const known = formats.get(key);
    if (known) return known;
    const made = make(locale, options);
    formats.set(key, made);
    return made;
  };
};
