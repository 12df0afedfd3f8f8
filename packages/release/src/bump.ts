// The words of semver and of changesets, smallest first.
const BUMPS = ["none", "patch", "minor", "major"] as const;

/** How much a change asks of users; `none` is nothing. */
export type Bump = (typeof BUMPS)[number];

/** Whether `one` asks less of users than `other`. */
export const isSmaller = (one: Bump, other: Bump): boolean => BUMPS.indexOf(one) < BUMPS.indexOf(other);

/** The largest of them; `none` of nothing. */
export const largest = (bumps: Iterable<Bump>): Bump =>
  [...bumps].reduce<Bump>((most, bump) => (isSmaller(most, bump) ? bump : most), "none");

type Version = readonly [major: number, minor: number, patch: number];

/** Reads `1.2.3`; the lint rules of the specs allow no other form. */
const partsOf = (version: string): Version => {
  const [, major = "0", minor = "0", patch = "0"] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
};

/** The lowest version that is `bump` above `version`. Below 1.0.0 the words mean the same: major gives 1.0.0. */
export const raised = (version: string, bump: Bump): string => {
  const [major, minor, patch] = partsOf(version);
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  return bump === "patch" ? `${major}.${minor}.${patch + 1}` : version;
};

/** Whether `version` comes before `other`. */
export const isLower = (version: string, other: string): boolean => {
  const others = partsOf(other);
  const difference = partsOf(version)
    .map((part, index) => part - (others[index] ?? 0))
    .find((part) => part !== 0);
  return (difference ?? 0) < 0;
};
