import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "./repository.ts";

/** What a command left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty place to work in, where `tieout` is a command. */
export interface Workplace {
  readonly dir: string;
  /** Runs a program there, to its end. Variables given stand in place of the process's own. */
  readonly run: (
    program: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<Ran>;
  /** Runs a shell script there; it stops at the first command that fails. */
  readonly shell: (script: string, env?: Readonly<Record<string, string>>) => Promise<Ran>;
  readonly remove: () => void;
}

/** What every command may see; nothing of whoever runs the tests, and no key. */
const plainEnvironment = (path: string): Record<string, string> => ({
  PATH: path,
  HOME: process.env["HOME"] ?? "/",
  LC_ALL: "C.UTF-8",
});

const finished = (
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Record<string, string> },
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });

/**
 * Makes a workplace whose `tieout` is the script that a guide tells people to install, with the place of the
 * checkout put in.
 */
export const workplace = (script: string): Workplace => {
  const base = mkdtempSync(join(tmpdir(), "tieout-docs-"));
  const dir = join(base, "work");
  const bin = join(base, "bin");
  for (const folder of [dir, bin]) mkdirSync(folder);
  writeFileSync(join(bin, "tieout"), `${script.replaceAll("/srv/tieout/", ROOT)}\n`);
  chmodSync(join(bin, "tieout"), 0o755);
  // The Node that runs the tests comes first: it is the one that the workspace has chosen.
  const path = [bin, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter);
  const run: Workplace["run"] = (program, args, env = {}) =>
    finished(program, args, { cwd: dir, env: { ...plainEnvironment(path), ...env } });
  return {
    dir,
    run,
    shell: (text, env) => run("bash", ["-euo", "pipefail", "-c", text], env),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
};
