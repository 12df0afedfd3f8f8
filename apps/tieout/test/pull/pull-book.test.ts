import { join } from "node:path";
import { Effect, Layer } from "effect";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { nightOf } from "../../src/config/Night.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import { Ledger } from "../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../src/ledger/sqlite/open-ledger.ts";
import { Deadline } from "../../src/pull/Deadline.ts";
import { Progress } from "../../src/pull/Progress.ts";
import { NO_OBSERVER } from "../../src/pull/PullObserver.ts";
import { type Pulled, pullBook } from "../../src/pull/pull-book.ts";
import { row } from "../sources/koard/koard-records.ts";
import { type Route, serve } from "../sources/loopback.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const data = (body: unknown) => ({ body: { success: true, message: "ok", data: body } });

const PROGRAM = {
  name: "Spring",
  description: null,
  orgId: "org_1",
  mode: "live",
  createdAt: "2026-10-01T10:00:00Z",
  updatedAt: "2026-10-01T10:00:00Z",
};

const credentialBatch = (batchId: string, issuedAt: string) => ({
  batchId,
  programId: "prog_1",
  batchName: `Cohort ${batchId}`,
  orgId: "org_1",
  mode: "live",
  status: "issued",
  issuedAt,
});

const settlementBatch = (id: string, status: string) => ({
  id,
  account_id: "account",
  terminal_id: "terminal",
  processor_config_id: "config",
  processor_name: "TSYS",
  status,
  opened_at: "2026-11-16T06:00:00Z",
  closed_at: "2026-11-16T22:00:00Z",
  transaction_count: 0,
  captured_amount: 0,
  refunded_amount: 0,
});

const IDS = [..."abcdefghij"];

/** Both sources on one server, listing what is in the two lists at the time; a batch in `down` has no details, those in `rows` list transactions. */
const sources = async () => {
  const listed = { record: new Map<string, string>(), koard: new Map<string, string>() };
  const programs: string[] = [];
  const down = new Set<string>();
  const rows = new Map<string, readonly unknown[]>();
  const details =
    (id: string, whole: () => { readonly body: unknown }): Route =>
    () =>
      down.has(id) ? { status: 500, body: { error: "not tonight", detail: "not tonight" } } : whole();
  const routes: Record<string, Route> = {
    "GET /programs": () => data(programs.map((id) => ({ ...PROGRAM, programId: id }))),
    "GET /credentials": () =>
      data([...listed.record].map(([id, at]) => ({ ...credentialBatch(id, at), recipientCount: 0 }))),
    "GET /v1/batches": () => {
      const batches = [...listed.koard].map(([id, status]) => settlementBatch(id, status));
      return { body: { batches, limit: 500, offset: 0, page: 1, total: batches.length } };
    },
  };
  for (const id of IDS) {
    routes[`GET /credentials/${id}`] = details(id, () =>
      data({ ...credentialBatch(id, listed.record.get(id) ?? ""), recipients: [] }),
    );
    routes[`GET /v1/batches/${id}`] = details(id, () => ({
      body: { ...settlementBatch(id, listed.koard.get(id) ?? ""), transactions: rows.get(id) ?? [] },
    }));
  }
  const { url, asked } = await serve(routes);
  const ledger = join(temporaryDirectory(), "tieout.db");
  const keys = {
    RECORD_API_TOKEN: "sk_live_x",
    RECORD_BASE_URL: url,
    KOARD_API_KEY: "x",
    KOARD_BASE_URL: url,
  };

  /** Pulls on a day; tells which details were asked for, and whether there is a run to report on. */
  const pull = (day: string) =>
    Effect.gen(function* () {
      const before = asked.length;
      const flags = { ledger: `sqlite:${ledger}`, concurrency: "1" };
      const settings = yield* resolveSettings(flags, keys, `${day}T02:00:00.000Z`);
      const [book] = settings.books;
      if (book === undefined) return yield* Effect.die("no book");
      yield* (yield* Ledger).acquireLease;
      const pulled: Pulled = yield* pullBook(nightOf(settings, book), NO_OBSERVER);
      const newest = yield* (yield* Ledger).newestRun(book.name, settings.asOf);
      const read = asked
        .slice(before)
        .flatMap((request) => /\/(?:credentials|batches)\/(\w)/.exec(request)?.[1] ?? []);
      const [record, koard] = pulled.sources;
      if (record === undefined || koard === undefined) return yield* Effect.die("a source is missing");
      return {
        record,
        koard,
        down: pulled.down,
        read: read.sort(),
        isFinished: newest?.run.id === pulled.run.id,
      };
    }).pipe(
      Effect.scoped,
      Effect.provide(Layer.mergeAll(sqliteLedger(ledger), Progress.silent, Deadline.in(3_600_000))),
    );
  return {
    listed,
    programs,
    down,
    rows,
    pull: (day: string) => Effect.runPromise(pull(day)),
    failure: (day: string) => Effect.runPromise(Effect.flip(pull(day))),
  };
};

/** Lets every retry come at once: its wait is a random share of a growing one. */
const withoutWaits = () => {
  const dice = vi.spyOn(Math, "random").mockReturnValue(0);
  onTestFinished(() => dice.mockRestore());
};

const OLD = "2026-10-01T10:00:00Z";

describe("a second night", () => {
  it("reads again what is young or not final, and what changed; what is old and final it leaves", async () => {
    const { listed, pull } = await sources();
    listed.record.set("a", OLD).set("b", "2026-11-15T10:00:00Z");
    listed.koard.set("c", "accepted").set("d", "submitted");
    expect((await pull("2026-11-18")).read).toEqual(["a", "b", "c", "d"]);
    const second = await pull("2026-11-19");
    expect(second.read).toEqual(["b", "d"]);
    expect(second.record.details).toEqual({ unchanged: 1, young: 1 });
    expect(second.koard.details).toEqual({ unchanged: 1, not_final: 1 });
    listed.koard.set("c", "rejected");
    expect((await pull("2026-11-20")).koard.details).toEqual({ changed: 1, not_final: 1 });
  });
});

describe("a batch with a record that breaks the spec", () => {
  it("is read again on every night, though it has as many rows as it declares", async () => {
    const { listed, rows, pull } = await sources();
    listed.koard.set("a", "accepted").set("c", "accepted");
    const valid = Array.from({ length: 150 }, (_, at) => row(`t${at}`, { batch_id: "c" }));
    rows.set("c", [...valid, row("t150", { total_amount: "none" })]);
    expect((await pull("2026-11-18")).read).toEqual(["a", "c"]);
    const second = await pull("2026-11-19");
    expect([second.read, second.koard.details]).toEqual([["c"], { not_whole: 1, unchanged: 1 }]);
  });
});

describe("an empty list", () => {
  it("is right on a first night", async () => {
    const { pull } = await sources();
    expect((await pull("2026-11-18")).isFinished).toBe(true);
  });

  it.each(["record", "koard"] as const)("of %s is refused where it was not empty before", async (source) => {
    const { listed, pull, failure } = await sources();
    listed[source].set("a", source === "record" ? OLD : "accepted");
    await pull("2026-11-18");
    listed[source].clear();
    const error = await failure("2026-11-19");
    expect(error).toMatchObject({ _tag: "SourceFailed", kind: "untrusted" });
    expect(error.message).toMatch(
      /lists no batches, and listed 1 before: check that the key is the right one$/,
    );
  });
});

describe("a list of programmes", () => {
  it("is refused where it lost more than half of the twenty or more that it had", async () => {
    const { programs, listed, pull, failure } = await sources();
    listed.record.set("a", OLD);
    programs.push(...Array.from({ length: 20 }, (_, at) => `prog_${at + 1}`));
    await pull("2026-11-18");
    programs.splice(1, 10);
    await pull("2026-11-19");
    programs.push(...Array.from({ length: 10 }, (_, at) => `prog_${at + 21}`));
    await pull("2026-11-20");
    programs.splice(1, 11);
    expect((await failure("2026-11-21")).message).toMatch(
      /^Record lists 11 of the 20 programmes no more that it had/,
    );
  });
});

describe("details that cannot be had tonight", () => {
  it("are left unread, and nothing but them is read by the next run of the day", async () => {
    withoutWaits();
    const { listed, down, pull } = await sources();
    listed.record.set("a", OLD).set("b", OLD);
    listed.koard.set("c", "accepted").set("d", "submitted");
    down.add("b").add("d");
    const first = await pull("2026-11-18");
    expect([[...first.record.unread.keys()], [...first.koard.unread.keys()]]).toEqual([["b"], ["d"]]);
    expect(first.koard.unread.get("d")).toContain("500");
    expect(first.isFinished).toBe(false);
    down.clear();
    const second = await pull("2026-11-18");
    expect(second.read).toEqual(["b", "d"]);
    expect(second.isFinished).toBe(true);
  });

  it("say that the source is down where they are most of ten or more, and leave the run open", async () => {
    withoutWaits();
    const { listed, down, pull } = await sources();
    for (const id of IDS) {
      listed.record.set(id, OLD);
      down.add(id);
    }
    const { down: failure, isFinished } = await pull("2026-11-18");
    expect(failure).toMatchObject({ _tag: "SourceFailed", kind: "down" });
    expect(isFinished).toBe(false);
  });
});
