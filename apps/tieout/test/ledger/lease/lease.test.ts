// Proves who is taken for a live holder of a ledger, and who is not: what a process number means, what a clock that was
// wrong leaves behind, and what becomes of a holder whose ledger was exchanged.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { afterEach } from "vitest";
import { ownIdentity, type ProcessIdentity } from "../../../src/ledger/lease/process-identity.ts";
import { newFile, using } from "../opened-ledger.ts";

const children: Array<ChildProcess> = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** What Linux says of a process: its state and when it began. */
const statOf = (pid: number): { readonly state: string; readonly started: string } => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return { state: fields[0] ?? "", started: fields[19] ?? "" };
};

const living = async (): Promise<number> => {
  const child = spawn("sleep", ["60"]);
  children.push(child);
  return child.pid ?? 0;
};

/** A process that has ended, and whose parent, having become another program, never asks for it. */
const zombie = async (): Promise<number> => {
  const parent = spawn("sh", ["-c", "sh -c 'echo $$' & exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(parent);
  const [line] = await once(parent.stdout.setEncoding("utf8"), "data");
  const pid = Number(line);
  while (statOf(pid).state !== "Z") await sleep(5);
  return pid;
};

/** A holder as the ledger has it, whose last heartbeat was just now. */
interface Planted extends Partial<ProcessIdentity> {
  readonly pid: number;
  readonly beatAtMs?: number;
}

/** A ledger that such a process holds. The test clock stands at 0, which is nobody's heartbeat. */
const heldBy = ({ pid, beatAtMs = 1, ...its }: Planted) =>
  Effect.gen(function* () {
    const file = newFile();
    yield* using(file, () => Effect.void);
    const identity = { ...ownIdentity(), ...its };
    const db = new DatabaseSync(file);
    db.prepare("UPDATE lease SET pid = ?, beat_at_ms = ?, boot = ?, namespace = ?, started = ?").run(
      ...[pid, beatAtMs, identity.boot, identity.namespace, identity.started],
    );
    db.close();
    return file;
  });

const taken = (file: string) =>
  using(file, () => Effect.void).pipe(
    Effect.as("taken"),
    Effect.catchTag("LedgerLocked", () => Effect.succeed("held")),
  );

describe.runIf(process.platform === "linux")("a ledger whose holder shows a heartbeat", () => {
  it.effect("is his while his process lives, and he is named", () =>
    Effect.gen(function* () {
      const pid = yield* Effect.promise(living);
      const file = yield* heldBy({ pid, started: statOf(pid).started });
      const error = yield* Effect.flip(using(file, () => Effect.void));
      assert.strictEqual(error._tag, "LedgerLocked");
      assert.include(error.message, `in use by process ${pid} on ${hostname()} since 1970-01-01`);
    }),
  );

  it.effect("is free when his process has ended, and nobody has asked for it", () =>
    Effect.gen(function* () {
      const pid = yield* Effect.promise(zombie);
      assert.strictEqual(yield* taken(yield* heldBy({ pid, started: statOf(pid).started })), "taken");
    }),
  );

  it.effect("is free when another process has his number by now", () =>
    Effect.gen(function* () {
      const pid = yield* Effect.promise(living);
      assert.strictEqual(yield* taken(yield* heldBy({ pid, started: "1" })), "taken");
      // It may be our own.
      assert.strictEqual(yield* taken(yield* heldBy({ pid: process.pid, started: "1" })), "taken");
    }),
  );

  it.effect(
    "is his where nobody has his number, but the number is one of another namespace or boot, or unsaid",
    () =>
      Effect.gen(function* () {
        // No process has this number: Linux numbers them up to 4,194,304.
        const pid = 4_194_305;
        for (const its of [
          { namespace: "pid:[1]" },
          { boot: "another" },
          { boot: null },
          { started: null },
          { namespace: null },
        ])
          assert.strictEqual(yield* taken(yield* heldBy({ pid, ...its })), "held", JSON.stringify(its));
        assert.strictEqual(yield* taken(yield* heldBy({ pid })), "taken");
      }),
  );

  it.effect("is free when that has been silent for as long as a lease lasts, whatever became of him", () =>
    Effect.gen(function* () {
      const pid = yield* Effect.promise(living);
      const file = yield* heldBy({ pid, namespace: "pid:[1]" });
      yield* TestClock.adjust("29 seconds");
      assert.strictEqual(yield* taken(file), "held");
      yield* TestClock.adjust("2 seconds");
      assert.strictEqual(yield* taken(file), "taken");
    }),
  );

  it.effect("that lies in the future holds it no longer than a lease lasts", () =>
    Effect.gen(function* () {
      const pid = yield* Effect.promise(living);
      const year = 365 * 86_400_000;
      const file = yield* heldBy({ pid, namespace: "pid:[1]", beatAtMs: year });
      assert.strictEqual(yield* taken(file), "held");
      yield* TestClock.adjust("31 seconds");
      assert.strictEqual(yield* taken(file), "taken");
    }),
  );
});

describe("a book of a ledger in a file", () => {
  it.live("is written to when another process has written for longer than the database waits", () => {
    const file = newFile();
    const hold = `const db = new (require("node:sqlite").DatabaseSync)(process.argv[1]);
      db.exec("BEGIN IMMEDIATE"); console.log("held"); setTimeout(() => db.exec("COMMIT"), 4500);`;
    return using(file, (ledger) =>
      Effect.gen(function* () {
        const other = spawn(process.execPath, ["-e", hold, file], { stdio: ["ignore", "pipe", "ignore"] });
        children.push(other);
        yield* Effect.promise(() => once(other.stdout, "data"));
        yield* ledger.whileLeased(Effect.void);
      }),
    );
  });
});

describe("a ledger that was exchanged for a backup under its holder", () => {
  it.effect("is not his any more, though the backup counts the same number of takings", () =>
    Effect.gen(function* () {
      const [file, other] = [newFile(), newFile()];
      // Two ledgers that were both taken twice.
      for (const one of [file, other]) yield* using(one, () => Effect.void);
      yield* using(other, () => Effect.void);
      const failed = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const backup = new DatabaseSync(other);
          const row = backup.prepare("SELECT * FROM lease").get();
          backup.close();
          const db = new DatabaseSync(file);
          db.prepare("UPDATE lease SET fence = ?, identity = ?").run(
            Number(row?.["fence"]),
            String(row?.["identity"]),
          );
          db.close();
          return yield* Effect.flip(ledger.whileLeased(Effect.void));
        }),
      );
      assert.strictEqual(failed._tag, "LeaseLost");
    }),
  );
});
