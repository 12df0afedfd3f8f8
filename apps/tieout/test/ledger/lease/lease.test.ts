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
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { ownIdentity, type ProcessIdentity } from "../../../src/ledger/lease/process-identity.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
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

/** Holds some books of a ledger, and nothing else of it, as a process of its own does. */
const holding = <A, E>(
  file: string,
  books: ReadonlyArray<string>,
  use: (ledger: Ledger["Service"]) => Effect.Effect<A, E>,
) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireBooks(books);
    return yield* use(ledger);
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));

const write = (ledger: Ledger["Service"]) => ledger.whileLeased(Effect.void);

/** The test clock stands at 0, which is nobody's heartbeat. */
const begun = TestClock.adjust("100 seconds");

/** Makes all holders look as if they had been silent for longer than a lease lasts. */
const silent = (file: string) =>
  Effect.gen(function* () {
    // A holder shows his first heartbeat beside what he does.
    yield* TestClock.adjust("1 second");
    const db = new DatabaseSync(file);
    db.exec("UPDATE lease SET beat_at_ms = beat_at_ms - 31000");
    db.close();
  });

describe("a book of a ledger", () => {
  it.effect("is held apart from other books, and both can be written to", () =>
    Effect.gen(function* () {
      yield* begun;
      const file = newFile();
      yield* holding(file, ["acme", "beta"], (first) =>
        Effect.gen(function* () {
          yield* holding(file, ["gamma"], (second) =>
            Effect.gen(function* () {
              for (const one of [first, second, first]) yield* write(one);
              const books = (yield* first.leaseHolders).map((holder) => holder.books);
              assert.deepStrictEqual(books, [["acme", "beta"], ["gamma"]]);
            }),
          );
          // The other has gone, and took nothing with it.
          yield* write(first);
          yield* holding(file, ["gamma"], write);
        }),
      );
    }),
  );

  it.effect(
    "keeps others from itself, from all books together and from the whole ledger, and all names it",
    () =>
      Effect.gen(function* () {
        yield* begun;
        const file = newFile();
        const held = `in use by process ${process.pid} on ${hostname()} since 1970-01-01T00:01:40.000Z, for the`;
        yield* holding(file, ["acme", "beta"], (holder) =>
          Effect.gen(function* () {
            for (const [other, books] of [
              [holding(file, ["beta"], write), "book beta"],
              [holding(file, ["gamma", "acme"], write), "book acme"],
              [using(file, write), "books acme, beta"],
            ] as const)
              assert.include((yield* Effect.flip(other)).message, `${held} ${books}: run again`);
            yield* write(holder);
            // Nothing was taken in part.
            yield* holding(file, ["gamma"], write);
          }),
        );
        yield* using(file, () =>
          Effect.gen(function* () {
            const { message } = yield* Effect.flip(holding(file, ["gamma"], write));
            assert.match(message, /since 1970-01-01T00:01:40\.000Z: run again/);
          }),
        );
      }),
  );

  it.effect("that was taken over leaves its holder none of his books, and others what they have", () =>
    Effect.gen(function* () {
      yield* begun;
      for (const takeOver of [
        (file: string) => holding(file, ["beta"], write),
        (file: string) => using(file, write),
      ]) {
        const file = newFile();
        yield* holding(file, ["acme", "beta"], (frozen) =>
          Effect.gen(function* () {
            yield* silent(file);
            yield* takeOver(file);
            assert.strictEqual((yield* Effect.flip(write(frozen)))._tag, "LeaseLost");
          }),
        );
      }
      const file = newFile();
      yield* using(file, (frozen) =>
        Effect.gen(function* () {
          yield* silent(file);
          yield* holding(file, ["gamma"], (other) =>
            Effect.gen(function* () {
              assert.strictEqual((yield* Effect.flip(write(frozen)))._tag, "LeaseLost");
              yield* holding(file, ["acme"], write);
              yield* write(other);
            }),
          );
        }),
      );
    }),
  );

  it.live("is written to when another process has written for longer than the database waits", () => {
    const file = newFile();
    const hold = `const db = new (require("node:sqlite").DatabaseSync)(process.argv[1]);
      db.exec("BEGIN IMMEDIATE"); console.log("held"); setTimeout(() => db.exec("COMMIT"), 4500);`;
    return holding(file, ["acme"], (ledger) =>
      Effect.gen(function* () {
        const other = spawn(process.execPath, ["-e", hold, file], { stdio: ["ignore", "pipe", "ignore"] });
        children.push(other);
        yield* Effect.promise(() => once(other.stdout, "data"));
        yield* write(ledger);
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
