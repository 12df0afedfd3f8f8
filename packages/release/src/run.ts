import { spawn } from "node:child_process";

/** How a program ended, and all that it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program without input to its end. Fails only where it cannot be started. */
export const run = (command: string, args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      texts.err += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, ...texts }));
  });

/** What a program printed on stdout. Where it failed, throws what it said, which `doing` introduces. */
export const outputOf = async (
  doing: string,
  [command = "", ...args]: readonly string[],
  cwd: string,
): Promise<string> => {
  const { code, out, err } = await run(command, args, cwd);
  if (code !== 0) throw new Error(`${doing} failed (${code}): ${(err.trim() || out.trim()).slice(-4000)}`);
  return out;
};
