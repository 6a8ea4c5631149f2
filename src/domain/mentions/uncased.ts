const SMALL_A = 97;
const SMALL_Z = 122;

/** Whether a block is written without capitals, as chats are: there a small letter says nothing. Few blocks start with one. */
export const isUncased = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first >= SMALL_A && first <= SMALL_Z && text === text.toLowerCase();
};
