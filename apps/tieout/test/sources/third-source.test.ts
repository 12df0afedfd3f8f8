import { join } from "node:path";
import type { SettlementHeader } from "@tieout/reconcile";
import { Effect, Layer, Schema } from "effect";
import { expect, it } from "vitest";
import { closeBook } from "../../src/close/close-book.ts";
import { nightOf } from "../../src/config/Night.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import { Ledger } from "../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../src/ledger/sqlite/open-ledger.ts";
import { manifest } from "../../src/publish/manifest.ts";
import { AdmissionQueue } from "../../src/pull/AdmissionQueue.ts";
import { Deadline } from "../../src/pull/Deadline.ts";
import { Progress } from "../../src/pull/Progress.ts";
import { NO_OBSERVER } from "../../src/pull/PullObserver.ts";
import { pullSource } from "../../src/pull/pull-source.ts";
import type { Source } from "../../src/sources/Source.ts";
import { settlementHeader, transaction } from "../records.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { serve } from "./loopback.ts";

// What this proves: the port is one. A source that nothing in the program knows is pulled, closed and named in a manifest;
// all that it takes is an adapter, and that the configuration names it.

const AS_OF = "2026-11-18T02:00:00.000Z";
const TILL = { name: "till", title: "Till", role: "settlements", isConfigured: true, access: null } as const;

const Takings = Schema.Struct({ number: Schema.Int, cents: Schema.Int });
type Takings = typeof Takings.Type;

const UNKNOWN = { status: "rung_up" };

/** Ten days' takings, as a till of our own invention lists them. */
const TAKINGS: ReadonlyArray<Takings> = Array.from({ length: 10 }, (_, at) => ({
  number: at + 1,
  cents: 100 * (at + 1),
}));

const mapped = ({ number, cents }: Takings): SettlementHeader =>
  settlementHeader(`till-${number}`, { capturedMinor: cents, transactionCount: 1, processorName: "TILL" });

/** The adapter: what the till sends becomes the records of the domain, and nothing else is known of it. */
const openTill = (url: string): Source<"settlements"> => {
  const ask = <A>(path: string, shape: Schema.Codec<A, unknown>) =>
    Effect.promise(async () =>
      Schema.decodeUnknownSync(shape)(await (await fetch(new URL(path, url))).json()),
    );
  return {
    ...TILL,
    mode: null,
    list: Effect.map(ask("/takings", Schema.Array(Takings)), (listed) => ({
      batches: { operation: "listTakings", headers: listed.map(mapped), invalid: [] },
      programs: null,
      pagingKeys: [],
    })),
    glimpse: Effect.die("nobody looks"),
    read: (header) =>
      Effect.map(ask(`/takings/${header.id}`, Takings), ({ number, cents }) => ({
        header,
        // The last one's money is of a status that nobody knows.
        details: {
          rows: [transaction(`sale-${number}`, { totalMinor: cents, ...(number === 10 && UNKNOWN) })],
          invalid: [],
        },
      })),
    clockOffsetMs: () => undefined,
    requests: () => ({
      ...{ requests: 11, retries: 0, refused: 0, bytes: 0, waitedMs: 0 },
      ...{ concurrency: 1, perSecond: 1, allowedPerSecond: null, shareOfAllowed: null },
    }),
    notes: () => ["Till says that it is a till"],
  };
};

it("a source of ten records that nothing else knows is pulled, proved and named in the manifest", async () => {
  const each = TAKINGS.map((one) => [`GET /takings/till-${one.number}`, { body: one }] as const);
  const { url, asked } = await serve({ "GET /takings": { body: TAKINGS }, ...Object.fromEntries(each) });
  const report = await Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const settings = yield* resolveSettings({}, { RECORD_API_TOKEN: "x" }, AS_OF);
    const [book] = settings.books;
    if (book === undefined) return yield* Effect.die("no book");
    const night = nightOf(settings, { ...book, sources: [TILL] });
    const run = yield* ledger.beginRun({ book: book.name, day: "2026-11-18", asOf: AS_OF, startedAt: AS_OF });
    const admission = { concurrency: 2, queue: new AdmissionQueue(2) };
    const pulled = yield* pullSource(openTill(url), { run, night, admission, observer: NO_OBSERVER });
    const facts = { [TILL.name]: pulled.facts };
    yield* ledger.finishRun(run, { finishedAt: AS_OF, sources: facts });
    return yield* closeBook(night, { run, facts }, { rosters: [], isIncomplete: false });
  }).pipe(
    Effect.scoped,
    Effect.provide(
      Layer.mergeAll(
        sqliteLedger(join(temporaryDirectory(), "tieout.db")),
        Progress.silent,
        Deadline.in(60_000),
      ),
    ),
    Effect.runPromise,
  );
  expect(asked).toHaveLength(11);
  const unexplained = Array.from(report.settlements ?? [], (row) => row.unexplained);
  expect(unexplained).toHaveLength(10);
  expect(unexplained.filter((minor) => minor !== 0n)).toEqual([1000n]);
  expect(report.exceptions.map(({ code, source, entityId }) => `${code} ${source} ${entityId}`)).toEqual([
    "CAPTURED_MISMATCH till till-10",
    "UNKNOWN_STATUS till sale-10",
  ]);
  expect(report.exceptions.map(({ whatHappened }) => whatHappened)).toEqual([
    expect.stringMatching(/^Till declares 10\.00 USD captured/),
    'The status "rung_up" is not one that Till documents, so the transaction is not counted as captured.',
  ]);
  expect([...report.newFigures].every(({ shown }) => shown?.source === TILL.name)).toBe(true);
  expect(report.cohorts).toBeNull();
  expect(report.warnings).toEqual(["Till says that it is a till"]);
  expect(manifest(report, 1, []).sources).toEqual({
    till: {
      ...{ configured: true, asked: true, last_asked: "2026-11-18", mode: null },
      ...{ listed: 10, in_window: 10, before: 0, after: 0, invalid: 0 },
    },
  });
});
