import { spawn } from "node:child_process";

/** How a program ended, and all that it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Where a program runs: a folder, and the environment where it is not that of this process. */
export type Where = string | { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

/** Runs a program without input to its end. Fails only where it cannot be started. */
export const run = (command: string, args: readonly string[], where: Where): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const place = typeof where === "string" ? { cwd: where } : where;
    const child = spawn(command, args, { ...place, stdio: ["ignore", "pipe", "pipe"] });
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
  where: Where,
): Promise<string> => {
  const { code, out, err } = await run(command, args, where);
  if (code !== 0) throw new Error(`${doing} failed (${code}): ${(err.trim() || out.trim()).slice(-4000)}`);
  return out;
};
