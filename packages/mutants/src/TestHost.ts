import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Trial } from "./vitest-host.ts";

const HOST = fileURLToPath(new URL("vitest-host.ts", import.meta.url));

/** A test file that has not ended by then never does: a change has made a loop of it without an end. */
const PATIENCE_MS = 300_000;

const member = (message: unknown, name: string): unknown =>
  typeof message === "object" && message !== null ? Reflect.get(message, name) : undefined;

/** Runs tests of one package, and starts again after tests that do not come back. */
export class TestHost {
  readonly #folder: string;
  #child: ChildProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The first of some tests that fails with a changed source; undefined where all pass. A test that does not end, or
   * ends its process, has failed.
   */
  async firstFailure(trial: Trial): Promise<string | undefined> {
    const child = await this.#started();
    const answer = this.#answer(child);
    child.send(trial);
    return answer;
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  async #started(): Promise<ChildProcess> {
    if (this.#child === undefined) {
      this.#child = fork(HOST, [this.#folder], {
        cwd: this.#folder,
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      });
      await this.#answer(this.#child);
    }
    return this.#child;
  }

  #answer(child: ChildProcess): Promise<string | undefined> {
    return new Promise((resolve) => {
      let running = "its start";
      const giveUp = () => {
        this.stop();
        end(running);
      };
      let timer = setTimeout(giveUp, PATIENCE_MS);
      const end = (failed: string | undefined) => {
        clearTimeout(timer);
        child.off("message", onMessage).off("exit", giveUp);
        resolve(failed);
      };
      const onMessage = (message: unknown) => {
        const test = member(message, "running");
        const failed = member(message, "failed");
        if (member(message, "ended") === true) end(typeof failed === "string" ? failed : undefined);
        else if (typeof test === "string") {
          running = test;
          clearTimeout(timer);
          timer = setTimeout(giveUp, PATIENCE_MS);
        }
      };
      child.on("message", onMessage).on("exit", giveUp);
    });
  }
}
