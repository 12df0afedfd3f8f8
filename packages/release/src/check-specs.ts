import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bump, isLower, isSmaller, raised } from "./bump.ts";
import { bumpsSince, changesetCommand } from "./changesets.ts";
import { filesAt, leftAt } from "./history.ts";
import { type Rating, rateSpec } from "./rate-spec.ts";
import type { Verdict } from "./verdict.ts";

/** Reasons shown of one rating; the rest is counted. */
const SHOWN_REASONS = 5;

/**
 * Holds every spec that changed since the work left `branch` against its rating: `info.version` has to have
 * moved by that much, and a new changeset of its client package has to name a step that is no smaller.
 */
export const checkSpecs = async (root: string, branch: string): Promise<Verdict> => {
  const commit = await leftAt(root, branch);
  const bumps = await bumpsSince(root, commit);
  const verdicts: Verdict[] = [];
  for (const name of specNames(root)) verdicts.push(await checkSpec({ root, commit, name, bumps }));
  return {
    faults: verdicts.flatMap(({ faults }) => faults),
    notes: verdicts.flatMap(({ notes }) => notes),
  };
};

interface Compared {
  readonly root: string;
  readonly commit: string;
  readonly name: string;
  readonly bumps: ReadonlyMap<string, Bump>;
}

const checkSpec = async ({ root, commit, name, bumps }: Compared): Promise<Verdict> => {
  const path = specFile(root, name) ?? "";
  const before = await filesAt(root, commit, `specs/${name}`);
  if (!before.has(path)) return { faults: [], notes: [`${name} is new`] };
  if (isUnchanged(root, before)) return { faults: [], notes: [`${name} unchanged`] };

  const rating = await rateSpec(root, path, before);
  const client = packageName(root, name);
  // The version of a document that somebody else wrote counts their changes, and is theirs.
  const isProviders = existsSync(join(root, "specs", name, "overlay.yaml"));
  return {
    faults: [
      ...(isProviders ? [] : versionFaults(path, rating)),
      ...changesetFaults(path, rating, { client, named: bumps.get(client) ?? "none" }),
    ],
    notes: [`${name} ${rating.bump}, ${rating.from} to ${rating.to}`],
  };
};

const versionFaults = (path: string, { bump, from, to }: Rating): readonly string[] => {
  const wanted = raised(from, bump);
  if (!isLower(to, wanted)) return [];
  return [
    `${path}: this is a ${bump} change of ${from}, and info.version is ${to}.\n` +
      `  Make it \`version: ${wanted}\`, then run: pnpm generate`,
  ];
};

const changesetFaults = (
  path: string,
  { bump, reasons }: Rating,
  { client, named }: { readonly client: string; readonly named: Bump },
): readonly string[] => {
  if (!isSmaller(named, bump)) return [];
  const said = named === "none" ? "no new changeset names" : `the new changesets say only ${named} for`;
  const left = reasons.length - SHOWN_REASONS;
  return [
    [
      `${path}: this is a ${bump} change, and ${said} ${client}.`,
      ...reasons.slice(0, SHOWN_REASONS).map((reason) => `  ${reason}`),
      ...(left > 0 ? [`  and ${left} more`] : []),
      `  Run: ${changesetCommand(bump, client)}`,
    ].join("\n"),
  ];
};

const specNames = (root: string): readonly string[] =>
  readdirSync(join(root, "specs"))
    .filter((name) => specFile(root, name) !== undefined)
    .sort();

const specFile = (root: string, name: string): string | undefined =>
  ["openapi.yaml", "openapi.json"]
    .map((file) => `specs/${name}/${file}`)
    .find((path) => existsSync(join(root, path)));

/** Whether all files of the spec are still what they were; one that it newly refers to comes with a change of these. */
const isUnchanged = (root: string, before: ReadonlyMap<string, string>): boolean =>
  [...before].every(
    ([path, text]) => existsSync(join(root, path)) && readFileSync(join(root, path), "utf8") === text,
  );

const packageName = (root: string, name: string): string => {
  const manifest: { name: string } = JSON.parse(
    readFileSync(join(root, "packages", `${name}-client`, "package.json"), "utf8"),
  );
  return manifest.name;
};
