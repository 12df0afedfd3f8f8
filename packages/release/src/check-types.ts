import { isLower, raised } from "./bump.ts";
import { bumpsSince, changesetCommand } from "./changesets.ts";
import { compileEarlier } from "./earlier-consumer.ts";
import { filesAt, lastReleaseTag, leftAt } from "./history.ts";
import { type PublishedPackage, publishedPackages } from "./packages.ts";
import type { Verdict } from "./verdict.ts";

/** Compiler errors shown of one package; the rest is counted. */
const SHOWN_ERRORS = 8;

const TYPE_TEST = "test/types.test.ts";

/**
 * Compiles each published package's type test as its last release had it, or `branch` before the first
 * release, against the package as it is built now. Where it does not compile, code of users may not
 * either, and a changeset written since has to say `major`.
 */
export const checkTypes = async (root: string, branch: string): Promise<Verdict> => {
  const left = await leftAt(root, branch);
  const verdicts: Verdict[] = [];
  for (const one of publishedPackages(root)) {
    const tag = await lastReleaseTag(root, one.manifest.name);
    const earlier = tag === undefined ? { commit: left, name: branch } : { commit: tag, name: tag };
    verdicts.push(await checkPackage(root, one, earlier));
  }
  return {
    faults: verdicts.flatMap(({ faults }) => faults),
    notes: verdicts.flatMap(({ notes }) => notes),
  };
};

/** What today's types are compared with: a commit, and how it is called. */
interface Earlier {
  readonly commit: string;
  readonly name: string;
}

const checkPackage = async (root: string, one: PublishedPackage, earlier: Earlier): Promise<Verdict> => {
  const { name } = one.manifest;
  const tests = await filesAt(root, earlier.commit, `${one.folder}/test`);
  const test = tests.get(`${one.folder}/${TYPE_TEST}`);
  if (test === undefined) return { faults: [], notes: [] };

  const errors = await compileEarlier(root, one, test);
  if (errors.length === 0) return { faults: [], notes: [`${name} as at ${earlier.name}`] };
  return (await isAnnounced(root, one, earlier))
    ? { faults: [], notes: [`${name} breaks with ${earlier.name}, and says so`] }
    : { faults: [breakFault(one, earlier.name, errors)], notes: [] };
};

/** Whether a changeset says major, or, on the way to a release, the version that was made of it. */
const isAnnounced = async (
  root: string,
  { manifest: { name, version } }: PublishedPackage,
  earlier: Earlier,
): Promise<boolean> => {
  if ((await bumpsSince(root, earlier.commit)).get(name) === "major") return true;
  const released = earlier.name.startsWith(`${name}@`) ? earlier.name.slice(name.length + 1) : undefined;
  return released !== undefined && !isLower(version, raised(released, "major"));
};

const breakFault = (
  { folder, manifest }: PublishedPackage,
  earlier: string,
  errors: readonly string[],
): string => {
  const more = errors.length - SHOWN_ERRORS;
  return [
    `${folder}: ${TYPE_TEST} of ${earlier} does not compile against today's types, so code of users may not either.`,
    ...errors.slice(0, SHOWN_ERRORS).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    `  Take the break back, or run: ${changesetCommand("major", manifest.name)}`,
  ].join("\n");
};
