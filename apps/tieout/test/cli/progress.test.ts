import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** Moves that the terminal would make, shown as one line each. */
const lines = (written: string): readonly string[] =>
  written
    .split("\r")
    .map((line) => line.replaceAll("\u001b[2K", ""))
    .filter((line) => line !== "");

it("tells a terminal how far both sources are and what is waited for, on one line that it takes away again", () => {
  const progress = new URL("../../src/pull/Progress.ts", import.meta.url);
  const terminal = new URL("../../src/cli/progress.ts", import.meta.url);
  // In a process of its own: the line is written to the standard error that a person looks at.
  const script = `import { Effect } from "effect";
    import { Progress } from ${JSON.stringify(progress.href)};
    import { terminalProgress } from ${JSON.stringify(terminal.href)};
    await Effect.runPromise(Effect.gen(function* () {
      const { reading, waiting, done } = yield* Progress;
      yield* reading({ source: "Koard", read: 0, total: null });
      yield* reading({ source: "Record", read: 3, total: 12 });
      waiting("Koard", 90_000, "429");
      waiting("Ko\\u001b[2J\\nard\\u202e", 1_000, "429");
      yield* done;
    }).pipe(Effect.provide(terminalProgress)));`;
  const cwd = new URL("../../", import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd,
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([0, ""]);
  expect(lines(stderr)).toEqual([
    "Koard: 0 of ? batches",
    "Koard: 0 of ? batches   Record: 3 of 12 batches",
    "Koard: 0 of ? batches   Record: 3 of 12 batches   Koard asks again in 90 s (429)",
    // What would clear the screen, begin a line or turn it round is shown instead.
    String.raw`Koard: 0 of ? batches   Record: 3 of 12 batches   Ko\u001b[2J\u000aard\u202e asks again in 1 s (429)`,
  ]);
  expect(stderr.endsWith("\r\u001b[2K")).toBe(true);
});
