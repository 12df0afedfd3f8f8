import { assert, it } from "@effect/vitest";
import { Effect } from "effect";
import { resolveSettings } from "../../../src/config/resolve-settings.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { showRecord } from "../../../src/operate/inspect/show-record.ts";
import { newFile } from "../../ledger/opened-ledger.ts";
import { settlementHeader, settlementObservation, transaction } from "../../records.ts";

const AS_OF = "2026-11-18T02:00:00.000Z";

/** What is shown of an id in a ledger with two batches of one number, which list one transaction and no other. */
const shown = Effect.fnUntraced(function* (id: string) {
  const file = newFile();
  return yield* Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const run = yield* ledger.beginRun({ book: "default", day: "2026-11-18", asOf: AS_OF, startedAt: AS_OF });
    const batches = ["b1", "b2"].map((batch) =>
      settlementObservation(settlementHeader(batch), [transaction("t1"), transaction(`own-${batch}`)]),
    );
    yield* ledger.store(run, "settlement", batches);
    yield* ledger.finishRun(run, { finishedAt: AS_OF, sources: {} });
    const settings = yield* resolveSettings({ ledger: `sqlite:${file}` }, { KOARD_API_KEY: "x" }, AS_OF);
    return yield* showRecord(id, settings);
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
});

it.effect("a number that several batches have is refused, and they are named", () =>
  Effect.gen(function* () {
    const { message } = yield* Effect.flip(shown("0017"));
    assert.strictEqual(
      message,
      "0017 stands for 2 records: b1 of default, b2 of default; name one by its own id, or its --book",
    );
  }),
);

it.effect("a transaction that two batches list is shown in both, with who counts it", () =>
  Effect.gen(function* () {
    const { kind, batchIds, shown: evidence } = yield* shown("t1");
    assert.deepStrictEqual([kind, batchIds], ["transaction", ["b1", "b2"]]);
    const rows = evidence.records.filter((record) => record.kind === "transaction");
    assert.deepStrictEqual(
      rows.map(({ says }) => says.at(-1)),
      ["counted with 10.00 USD", "left out: counted in batch b1"],
    );
    assert.include(evidence.arithmetic, "the arithmetic of batch b2:");
  }),
);

it.effect("a transaction of one batch is not looked for in another", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual((yield* shown("own-b2")).batchIds, ["b2"]);
  }),
);
