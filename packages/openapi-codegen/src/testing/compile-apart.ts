import { execFile } from "node:child_process";
import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const CONFIG = {
  compilerOptions: {
    target: "es2024",
    lib: ["es2024", "dom"],
    module: "nodenext",
    types: [],
    strict: true,
    noEmit: true,
    // The declarations are what is looked at.
    skipLibCheck: false,
  },
  include: ["*.ts"],
};

/**
 * Compiles a program in a folder of its own, where nothing is installed but a built client package and `@tieout/http`.
 * Answers with what the compiler says; nothing where it is content.
 */
export const compileApart = async (packageFolder: string, name: string, program: string): Promise<string> => {
  const place = await mkdtemp(join(tmpdir(), "apart-"));
  try {
    const packages = {
      [name]: packageFolder,
      "@tieout/http": join(packageFolder, "node_modules", "@tieout", "http"),
    };
    for (const [installed, folder] of Object.entries(packages)) {
      const source = await realpath(folder);
      for (const part of ["package.json", "dist"]) {
        await cp(join(source, part), join(place, "node_modules", installed, part), { recursive: true });
      }
    }
    await writeFile(join(place, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(join(place, "tsconfig.json"), JSON.stringify(CONFIG));
    await writeFile(join(place, "program.ts"), program);
    const tsc = join(packageFolder, "node_modules", ".bin", "tsc");
    return await promisify(execFile)(tsc, ["-p", place]).then(
      () => "",
      (error: { readonly stdout?: string }) => error.stdout ?? String(error),
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};
