import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a script of the bench in a process of its own, and reads the JSON that it prints. */
export const printedJson = async (script: string, args: readonly string[], cwd: string): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd });
  return JSON.parse(stdout);
};
