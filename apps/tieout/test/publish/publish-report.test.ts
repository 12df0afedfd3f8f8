import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { assert, describe, expect, it } from "@effect/vitest";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { closeBook } from "../../src/close/close-book.ts";
import type { Report } from "../../src/close/Report.ts";
import { nightOf } from "../../src/config/Night.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import { Ledger } from "../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../src/ledger/sqlite/open-ledger.ts";
import type { Run } from "../../src/ledger/store/Run.ts";
import { NOT_ASKED, type RunFacts } from "../../src/ledger/store/RunFacts.ts";
import { asideName } from "../../src/publish/aside.ts";
import { publishIncomplete, publishReport } from "../../src/publish/publish-report.ts";
import { checkSums, filesUnder, namesIn } from "../e2e/published.ts";
import { settlementHeader, settlementObservation, transaction } from "../records.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const FACTS: RunFacts = {
  record: NOT_ASKED,
  koard: { ...NOT_ASKED, configured: true, asked: true, listed: 1 },
};

/** Closes a night that saw one settlement batch with this total, as the app itself would. */
const closed = Effect.fnUntraced(function* (asOf: string, totalMinor: number) {
  const ledger = yield* Ledger;
  const settings = yield* resolveSettings({}, { KOARD_API_KEY: "unused" }, asOf);
  const [book] = settings.books;
  if (book === undefined) return yield* Effect.die("no book");
  const run = yield* ledger.beginRun({ book: "default", day: asOf.slice(0, 10), asOf, startedAt: asOf });
  yield* ledger.store(run, "settlement", [
    settlementObservation(settlementHeader("b1", { capturedMinor: totalMinor }), [
      transaction("t1", { totalMinor }),
    ]),
  ]);
  yield* ledger.finishRun(run, { finishedAt: asOf, sources: FACTS });
  const closable = { run, facts: FACTS };
  const rest = { rosters: [], isIncomplete: false };
  return { run, report: yield* closeBook(nightOf(settings, book), closable, rest) };
});

const NIGHT_1 = "2026-11-18T02:00:00.000Z";
const NIGHT_2 = "2026-11-19T02:00:00.000Z";

const publish = (out: string, night: { readonly run: Run; readonly report: Report }) =>
  publishReport(night.run, night.report, {
    out,
    dialect: { excel: false },
    runJson: () => "{}\n",
    signingKey: null,
  });

const publishPart = (out: string, { report }: { readonly report: Report }) =>
  publishIncomplete(report, { out, dialect: { excel: false }, runJson: () => "{}\n", signingKey: null });

const inLedger = <A, E>(use: (out: string) => Effect.Effect<A, E, Ledger>, now?: string) =>
  Effect.gen(function* () {
    // Before there is a lease, whose heartbeats would all be made up for.
    if (now !== undefined) yield* TestClock.setTime(Date.parse(now));
    const directory = temporaryDirectory();
    return yield* Effect.gen(function* () {
      yield* (yield* Ledger).acquireLease;
      return yield* use(join(directory, "out"));
    }).pipe(Effect.scoped, Effect.provide(sqliteLedger(join(directory, "tieout.db"))));
  });

/** A report whose last file cannot be written: its rows run out of disk half way. */
const failingReport = (report: Report): Report => ({
  ...report,
  exceptions: new Proxy([], {
    get: (_target, name) => {
      if (name === Symbol.iterator)
        return function* () {
          yield* [];
          throw new Error("ENOSPC: no space left on device");
        };
      return undefined;
    },
  }),
});

describe("publishing a report", () => {
  it.effect("puts all its files in place, whose sums check out, and points `latest` at them", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        const { directory, revision, isNew } = yield* publish(out, yield* closed(NIGHT_1, 1000));
        assert.deepStrictEqual([revision, isNew], [1, true]);
        assert.strictEqual(directory, join(out, "default/2026-11-17/r1"));
        checkSums(directory);
        const summed = readFileSync(join(directory, "SHA256SUMS"), "utf8")
          .trimEnd()
          .split("\n")
          .map((line) => line.slice(66));
        assert.deepStrictEqual(
          summed.sort(),
          namesIn(directory).filter((name) => name !== "SHA256SUMS" && name !== "run.json"),
        );
        assert.strictEqual(readlinkSync(join(out, "default/latest")), "2026-11-17/r1");
        assert.deepStrictEqual(namesIn(join(out, "default")), ["2026-11-17", "latest"]);
      }),
    ),
  );

  it.effect("publishes equal figures once, other figures as the next revision", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        yield* publish(out, yield* closed(NIGHT_1, 1000));
        const same = yield* publish(out, yield* closed(NIGHT_1, 1000));
        assert.deepStrictEqual([same.revision, same.isNew], [1, false]);
        const other = yield* publish(out, yield* closed(NIGHT_1, 1100));
        assert.deepStrictEqual([other.revision, other.isNew], [2, true]);
        assert.strictEqual(readlinkSync(join(out, "default/latest")), "2026-11-17/r2");
      }),
    ),
  );

  it.effect.each(["settlement-by-batch.csv", "exceptions.csv"] as const)(
    "publishes again beside a revision whose %s somebody edited",
    (name) =>
      inLedger((out) =>
        Effect.gen(function* () {
          const first = yield* publish(out, yield* closed(NIGHT_1, 1000));
          const right = readFileSync(join(first.directory, name), "utf8");
          appendFileSync(join(first.directory, name), "\n");
          const second = yield* publish(out, yield* closed(NIGHT_1, 1000));
          assert.deepStrictEqual([second.revision, second.isNew], [2, true]);
          assert.strictEqual(readFileSync(join(second.directory, name), "utf8"), right);
        }),
      ),
  );

  it.effect("moves `latest` on, and never back to an earlier day", () =>
    inLedger(
      (out) =>
        Effect.gen(function* () {
          const latest = () => readlinkSync(join(out, "default/latest"));
          yield* publish(out, yield* closed(NIGHT_2, 1000));
          yield* publish(out, yield* closed(NIGHT_1, 1000));
          assert.strictEqual(latest(), "2026-11-18/r1");
          assert.isTrue(existsSync(join(out, "default/2026-11-17/r1/manifest.json")));
        }),
      NIGHT_2,
    ),
  );

  it.effect("mends a `latest` that leads nowhere or out of the book: it leads to the newest report", () =>
    inLedger(
      (out) =>
        Effect.gen(function* () {
          const latest = join(out, "default/latest");
          yield* publish(out, yield* closed(NIGHT_1, 1000));
          yield* publish(out, yield* closed(NIGHT_2, 1000));
          mkdirSync(join(out, "forged/2026-11-30/r1"), { recursive: true });
          for (const [at, target] of ["2026-11-30/r1", "../forged/2026-11-30/r1", "2026-11-18"].entries()) {
            rmSync(latest);
            symlinkSync(target, latest);
            yield* publish(out, yield* closed(NIGHT_1, 1100 + at));
            assert.strictEqual(readlinkSync(latest), "2026-11-18/r1", target);
          }
        }),
      "2026-11-20T02:00:00.000Z",
    ),
  );

  it.effect("moves `latest` back from a day that is still to come: a wrong clock pins nothing", () =>
    inLedger(
      (out) =>
        Effect.gen(function* () {
          const latest = () => readlinkSync(join(out, "default/latest"));
          yield* publish(out, yield* closed("2027-11-18T02:00:00.000Z", 1000));
          assert.strictEqual(latest(), "2027-11-17/r1");
          yield* publish(out, yield* closed(NIGHT_1, 1000));
          assert.strictEqual(latest(), "2026-11-17/r1");
        }),
      NIGHT_1,
    ),
  );

  it.effect("puts what is incomplete beside the revisions of its day, until the day is whole", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        const day = join(out, "default/2026-11-18");
        yield* publish(out, yield* closed(NIGHT_1, 1000));
        yield* publishPart(out, yield* closed(NIGHT_2, 1100));
        const { directory, revision } = yield* publishPart(out, yield* closed(NIGHT_2, 1200));
        assert.deepStrictEqual([directory, revision], [join(day, "incomplete"), 0]);
        assert.deepStrictEqual(namesIn(day), ["incomplete"]);
        checkSums(directory);
        expect(readFileSync(join(directory, "settlement-by-batch.csv"), "utf8")).toContain("12.00");
        assert.strictEqual(readlinkSync(join(out, "default/latest")), "2026-11-17/r1");
        yield* publish(out, yield* closed(NIGHT_2, 1200));
        assert.deepStrictEqual(namesIn(day), ["r1"]);
        assert.strictEqual(readlinkSync(join(out, "default/latest")), "2026-11-18/r1");
      }),
    ),
  );

  it.effect("numbers revisions by number, and minds nobody else's directories", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        const day = join(out, "default/2026-11-17");
        for (const name of ["r2", "r10", "r007", "r0", "backup", "r11.old"])
          mkdirSync(join(day, name), { recursive: true });
        assert.strictEqual((yield* publish(out, yield* closed(NIGHT_1, 1000))).revision, 11);
      }),
    ),
  );

  it.effect("sweeps what a killed run left behind, and leaves that of a living one alone", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        const book = join(out, "default");
        const alive = asideName(".staging-");
        // No process has this number: Linux numbers them up to 4,194,304.
        const dead = alive.replace(`-${process.pid}-`, "-4194305-");
        for (const name of [dead, alive]) {
          mkdirSync(join(book, name), { recursive: true });
          writeFileSync(join(book, name, "settlement-by-batch.csv"), "half a fi");
        }
        yield* publish(out, yield* closed(NIGHT_1, 1000));
        assert.deepStrictEqual(namesIn(book), [alive, "2026-11-17", "latest"]);
      }),
    ),
  );

  it.effect("leaves nothing behind, and everything that stood, when a file cannot be written", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        yield* publish(out, yield* closed(NIGHT_1, 1000));
        const before = filesUnder(out);
        const { run, report } = yield* closed(NIGHT_2, 2000);
        const error = yield* Effect.flip(publish(out, { run, report: failingReport(report) }));
        expect(error).toMatchObject({ _tag: "ReportNotWritten", step: "write" });
        expect(error.message).toContain("ENOSPC");
        expect(error.message).toContain("the last report is untouched");
        assert.deepStrictEqual(filesUnder(out), before);
        assert.deepStrictEqual(namesIn(join(out, "default")), ["2026-11-17", "latest"]);
        assert.strictEqual(readlinkSync(join(out, "default/latest")), "2026-11-17/r1");
        // It is not compared with either.
        const known = yield* (yield* Ledger).reportBefore(run, "2026-11-30");
        assert.strictEqual(known?.day, "2026-11-17");
      }),
    ),
  );

  it.effect("cannot begin where a file stands in the way, and says so", () =>
    inLedger((out) =>
      Effect.gen(function* () {
        writeFileSync(out, "a file");
        const error = yield* Effect.flip(publish(out, yield* closed(NIGHT_1, 1000)));
        expect(error).toMatchObject({ _tag: "ReportNotWritten", step: "create" });
        assert.strictEqual(readFileSync(out, "utf8"), "a file");
      }),
    ),
  );
});
