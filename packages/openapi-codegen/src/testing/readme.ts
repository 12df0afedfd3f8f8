import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";

// A reader's project is laxer about some things than ours.
const READERS_CONFIG = {
  extends: "../../tsconfig.json",
  compilerOptions: {
    declaration: false,
    isolatedDeclarations: false,
    noPropertyAccessFromIndexSignature: false,
    noUnusedLocals: false,
  },
  include: ["*.ts"],
};

/** How the snippets of a README are run. */
export interface ReadmeRun {
  /** A module that is run before each: it puts something in the place of the network. */
  readonly before: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another page of the package. Default: its README. */
  readonly page?: string;
}

/**
 * Type-checks every TypeScript block of a package's README, each as a file of its own that imports the built package by
 * its name, and runs it in a process of its own. Answers with what each printed; throws with the findings of the
 * compiler, and for a block that fails or complains.
 */
export const runReadme = async (
  packageFolder: string,
  { before, env = {}, page = "README.md" }: ReadmeRun,
): Promise<readonly string[]> => {
  const text = await readFile(join(packageFolder, page), "utf8");
  const snippets = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");
  const folder = join(packageFolder, "reports", basename(page, ".md").toLowerCase());
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(READERS_CONFIG));
  await writeFile(join(folder, "before.mjs"), before);
  const files = snippets.map((_, index) => join(folder, `snippet-${index + 1}.ts`));
  await Promise.all(files.map((file, index) => writeFile(file, snippets[index] ?? "")));

  const tsc = join(packageFolder, "node_modules", ".bin", "tsc");
  await promisify(execFile)(tsc, ["-p", folder]).catch((error: { stdout?: string }) => {
    throw new Error(`${page} does not type-check:\n${error.stdout ?? error}`);
  });

  const printed: string[] = [];
  for (const file of files) {
    const args = ["--import", join(folder, "before.mjs"), file];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
      env: { PATH: process.env["PATH"], ...env },
    });
    if (stderr !== "") throw new Error(`${page}, ${file}: ${stderr}`);
    printed.push(stdout);
  }
  return printed;
};
