/**
 * What a source sent that breaks its spec without harm: values that no report needs, and times without an
 * offset. Counted, so that an operator learns of it (Koard facts 5.1 and 5.32, Record facts 5.6 and 5.20).
 */
export interface Notes {
  /** A value was left out at this JSON path. */
  readonly leftOut: (path: string) => void;
  /** A time had no offset and was read as UTC. */
  readonly assumedUtc: () => void;
  /** One sentence for each kind of thing, in a fixed order. */
  readonly sentences: () => ReadonlyArray<string>;
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** Starts counting for a source. */
export const takeNotes = (source: string): Notes => {
  const members = new Map<string, number>();
  let withoutOffset = 0;
  return {
    leftOut: (path) => {
      const member =
        path
          .replace(/\[\d+\]/g, "")
          .split(".")
          .at(-1) ?? path;
      members.set(member, (members.get(member) ?? 0) + 1);
    },
    assumedUtc: () => {
      withoutOffset += 1;
    },
    sentences: () => [
      ...(withoutOffset === 0
        ? []
        : [`${source} sent a time without an offset ${times(withoutOffset)}; it was read as UTC`]),
      ...[...members]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([member, count]) => `${source} broke its spec in ${member} ${times(count)}; no report needs it`,
        ),
    ],
  };
};
