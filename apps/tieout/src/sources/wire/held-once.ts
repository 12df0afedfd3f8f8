/** Gives for each text the first one that was alike: what a parser makes of each row anew is held once. */
export const heldOnce = (): ((text: string) => string) => {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
};
