import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { auditSignatures } from "./audit-signatures.ts";
import { checkProgram } from "./check-program.ts";
import { tagsOf } from "./history.ts";
import { pack, type Tarball, unreleased } from "./pack.ts";
import { type BilledPackage, billOfMaterials } from "./sbom.ts";
import { withVersionedCopy } from "./versioned-copy.ts";

/** Where the tarballs lie afterwards; git ignores it. */
const FOLDER = "release";

/**
 * Packs what a release would publish now, tries what is a program, and says of each package its version, size and
 * files. Nothing leaves the machine, and nothing in the work tree changes but the folder of the tarballs. Fails where
 * a program's tarball is not as it has to be.
 */
export const dryRun = async (root: string): Promise<string> => {
  const tags = await tagsOf(root);
  const { tarballs, programs, billed } = await withVersionedCopy(root, async (copy) => {
    const packages = unreleased(copy, tags);
    const packed = await pack(copy, packages, join(root, FOLDER));
    const names = packages.filter(({ manifest }) => manifest.bin !== undefined);
    return {
      tarballs: packed,
      programs: names.map(({ manifest }) => manifest.name),
      billed: packages.map(({ folder, manifest }) => ({ folder: join(root, folder), manifest })),
    };
  });
  if (tarballs.length === 0) return "Nothing to publish: no changeset, and every version carries its tag.";
  const tried: string[] = [];
  for (const program of tarballs.filter(({ name }) => programs.includes(name))) {
    const { faults, versions } = await checkProgram(program, nodesIn(root));
    if (faults.length > 0)
      throw new Error(`${program.name} must not be published as it is in ${FOLDER}/:\n${faults.join("\n")}`);
    tried.push(`${program.name} was installed from its tarball and run on Node ${versions.join(" and ")}.`);
  }
  return [
    ...tarballs.flatMap(linesOf),
    ...tried,
    ...writeBills(root, tarballs, billed),
    await auditSignatures(root),
    `Nothing left this machine. The tarballs are in ${FOLDER}/; docs/releasing.md says how they are published.`,
  ].join("\n");
};

/** Writes beside each tarball what it is made of, and says so. */
const writeBills = (
  root: string,
  tarballs: readonly Tarball[],
  billed: readonly BilledPackage[],
): readonly string[] => {
  const lockfile = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
  return billed.flatMap((one) => {
    const path = tarballs.find(({ name }) => name === one.manifest.name)?.path;
    if (path === undefined) return [];
    const bill = path.replace(/\.tgz$/, ".cdx.json");
    writeFileSync(bill, billOfMaterials(one, lockfile));
    return [`${one.manifest.name}: what it is made of stands in ${FOLDER}/${basename(bill)}.`];
  });
};

/** The oldest Node that a program has to run on, and the one that runs this. */
export const nodesIn = (root: string): readonly string[] => [
  join(root, `packages/oldest-node/node_modules/node-${process.platform}-${process.arch}/bin/node`),
  process.execPath,
];

const linesOf = ({ name, version, sizeBytes, files }: Tarball): readonly string[] => [
  `${name} ${version}: ${(sizeBytes / 1000).toFixed(1)} kB, ${files.length} files`,
  ...files.map((path) => `  ${path}`),
];
