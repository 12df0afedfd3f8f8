/**
 * What a source sent that is odd and does no harm. Counted, so that an operator learns of it
 * (Koard facts 5.1, 5.19 and 5.32, Record facts 5.6 and 5.20).
 */
export interface Notes {
  /** A value that no report needs broke the spec, and was left out at this JSON path. */
  readonly leftOut: (path: string) => void;
  /** A time had no offset and was read as UTC. */
  readonly assumedUtc: () => void;
  /** A number came as text, and was read as the number. */
  readonly numberAsText: (member: string) => void;
  /** A credential came without an e-mail address. */
  readonly withoutAddress: () => void;
  /** Something in a text that is kept looked personal, and was masked. */
  readonly masked: (member: string) => void;
  /** Members that the spec does not know; their names only. */
  readonly unknown: (members: Iterable<string>) => void;
  /** A batch changed each time it was read. */
  readonly moving: (id: string) => void;
  /** One sentence for each kind of thing, in a fixed order. */
  readonly sentences: () => ReadonlyArray<string>;
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

const sorted = (names: Iterable<string>): ReadonlyArray<string> =>
  [...names].sort((a, b) => (a < b ? -1 : 1));

const memberOf = (path: string): string =>
  path
    .replace(/\[\d+\]/g, "")
    .split(".")
    .at(-1) ?? path;

/** The name of a member as it may be printed: it came from outside, and can be anything. */
export const memberName = (name: string): string => (/^[\w.$-]{1,60}$/.test(name) ? name : "an odd name");

/** As many names as a sentence can hold. */
const NAMES_MAX = 20;

const fewOf = (names: ReadonlyArray<string>): string =>
  names.length <= NAMES_MAX
    ? names.join(", ")
    : `${names.slice(0, NAMES_MAX).join(", ")} and ${names.length - NAMES_MAX} more`;

/** Counts by name; `said` makes a sentence of a name and its count. */
const counter = (said: (name: string, count: string) => string) => {
  const counts = new Map<string, number>();
  return {
    count: (name: string): void => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    sentences: () => sorted(counts.keys()).map((name) => said(name, times(counts.get(name) ?? 0))),
  };
};

/** Starts counting for a source. */
export const takeNotes = (source: string): Notes => {
  const offsets = counter(
    (_, count) => `${source} sent a time without an offset ${count}; it was read as UTC`,
  );
  const texts = counter((name, count) => `${source} sent ${name} as text ${count}; it was read as a number`);
  const broken = counter((name, count) => `${source} broke its spec in ${name} ${count}; no report needs it`);
  const nameless = counter(
    (_, count) =>
      `${source} showed a credential without an e-mail address ${count}; it counts as issued, and not among people`,
  );
  const masked = counter(
    (name, count) =>
      `${source} sent what looks like an address, a link or the number of a card in ${name} ${count}; it is kept as [redacted]`,
  );
  const unknown = new Set<string>();
  const moving = new Set<string>();
  const listed = (names: ReadonlySet<string>, said: (list: string) => string): ReadonlyArray<string> =>
    names.size === 0 ? [] : [said(fewOf(sorted(names)))];
  return {
    leftOut: (path) => broken.count(memberOf(path)),
    assumedUtc: () => offsets.count(""),
    numberAsText: texts.count,
    masked: masked.count,
    withoutAddress: () => nameless.count(""),
    unknown: (members) => {
      for (const member of members) unknown.add(memberName(member));
    },
    moving: (id) => {
      moving.add(id);
    },
    sentences: () => [
      ...offsets.sentences(),
      ...texts.sentences(),
      ...broken.sentences(),
      ...nameless.sentences(),
      ...masked.sentences(),
      ...listed(unknown, (list) => `${source} sends members that its spec does not know: ${list}`),
      ...listed(moving, (list) => `${source} kept changing what was being read; as read last: ${list}`),
    ],
  };
};
