/** JSON text to be sent as it stands: a number, say, with more digits than a number keeps. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A private-use character, which no text of a world holds. */
const MARK = "\uf8ff";

/** JSON of a value that may hold {@link RawJson} at any depth. */
export const jsonText = (value: unknown): string => {
  const raws: string[] = [];
  const text = JSON.stringify(value, (_key, member: unknown) =>
    member instanceof RawJson ? `${MARK}${raws.push(member.text) - 1}` : member,
  );
  return raws.length === 0
    ? text
    : text.replaceAll(/"\uf8ff(\d+)"/g, (_, nth: string) => raws[Number(nth)] ?? "null");
};
