import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

// A reader's project is laxer about two things than ours.
const READERS_CONFIG = {
  extends: "../../tsconfig.json",
  compilerOptions: {
    declaration: false,
    isolatedDeclarations: false,
    noPropertyAccessFromIndexSignature: false,
  },
  include: ["*.ts"],
};

/**
 * Type-checks every TypeScript block of a package's README as a file of its own, which imports the built package
 * by its name. Answers with how many there were; throws with the compiler's findings.
 */
export const typeCheckReadme = async (packageFolder: string): Promise<number> => {
  const text = await readFile(join(packageFolder, "README.md"), "utf8");
  const snippets = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");
  const folder = join(packageFolder, "reports", "readme");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(READERS_CONFIG));
  await Promise.all(snippets.map((code, index) => writeFile(join(folder, `snippet-${index + 1}.ts`), code)));
  const tsc = join(packageFolder, "node_modules", ".bin", "tsc");
  await promisify(execFile)(tsc, ["-p", folder]).catch((error: { stdout?: string }) => {
    throw new Error(`README.md does not type-check:\n${error.stdout ?? error}`);
  });
  return snippets.length;
};
