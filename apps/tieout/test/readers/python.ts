import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const REQUIREMENTS = fileURLToPath(new URL("./requirements.txt", import.meta.url));
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

/** Installs the readers once, beside the other dependencies, and answers where; each version of Python has its own. */
const installed = (): string => {
  const version = execFileSync("python3", ["--version"], { encoding: "utf8" });
  const key = createHash("sha256").update(version).update(readFileSync(REQUIREMENTS)).digest("hex");
  const target = `${CACHE}readers-${key.slice(0, 12)}`;
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", unfinished];
  try {
    execFileSync("python3", [...install, "-r", REQUIREMENTS], { stdio: ["ignore", "ignore", "pipe"] });
    renameSync(unfinished, target);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(
      "The readers could not be installed: Python 3.11 or newer with pip and its registry are needed; on Debian: apt-get install python3-pip",
      { cause },
    );
  }
  return target;
};

/** Runs a program in Python with the readers at hand, in a directory and over an input; answers what it prints. */
export const python = async (program: string, cwd: string, { input = "" } = {}): Promise<string> => {
  const env = { PATH: process.env["PATH"], PYTHONPATH: installed(), PYTHONDONTWRITEBYTECODE: "1" };
  const running = promisify(execFile)("python3", ["-c", program], { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  running.child.stdin?.end(input);
  return (await running).stdout;
};
