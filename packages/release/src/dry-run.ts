import { join } from "node:path";
import { tagsOf } from "./history.ts";
import { pack, type Tarball, unreleased } from "./pack.ts";
import { withVersionedCopy } from "./versioned-copy.ts";

/** Where the tarballs lie afterwards; git ignores it. */
const FOLDER = "release";

/**
 * Packs what a release would publish now, and says of each package its version, size and files. Nothing
 * leaves the machine, and nothing in the work tree changes but the folder of the tarballs.
 */
export const dryRun = async (root: string): Promise<string> => {
  const tags = await tagsOf(root);
  const tarballs = await withVersionedCopy(root, (copy) =>
    pack(copy, unreleased(copy, tags), join(root, FOLDER)),
  );
  if (tarballs.length === 0) return "Nothing to publish: no changeset, and every version carries its tag.";
  return [
    ...tarballs.flatMap(linesOf),
    `Nothing left this machine. The tarballs are in ${FOLDER}/; docs/releasing.md says how they are published.`,
  ].join("\n");
};

const linesOf = ({ name, version, sizeBytes, files }: Tarball): readonly string[] => [
  `${name} ${version}: ${(sizeBytes / 1000).toFixed(1)} kB, ${files.length} files`,
  ...files.map((path) => `  ${path}`),
];
