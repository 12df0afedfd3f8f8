import { credentialFigures, proveSettlement, type ShownFigures, settlementFigures } from "@tieout/reconcile";
import { context, ISSUING, SETTLING } from "@tieout/reconcile/testing";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import type { PublishedBefore } from "../../src/close/ComparedFigures.ts";
import { type ClosedFigures, closeFigures } from "../../src/close/close-figures.ts";
import { recordedFirst } from "../../src/close/figure-names.ts";
import { RecordedNames } from "../../src/ledger/reports/RecordedNames.ts";
import { type RecordedFigures, readFigures } from "../../src/ledger/reports/recorded-figures.ts";
import { canonicalJson } from "../../src/ledger/store/blob.ts";
import { credentialBatchHeader, settlementHeader, transaction } from "../records.ts";

// What these tests prove: figures that are as they were recorded are told by their text alone, and those that are not
// are restated and recorded as if all had been read.

const WINDOW = { from: "2026-10-14", to: "2026-11-18" };
const settled = (id: string, capturedMinor = 1000): readonly ShownFigures[] =>
  proveSettlement(
    { header: settlementHeader(id, { capturedMinor }), details: { rows: [transaction("t1")], invalid: [] } },
    context(),
  ).rows.map((row) => settlementFigures(row, SETTLING.name));

const issued = (id: string) =>
  credentialFigures(
    { header: credentialBatchHeader(id), counted: { credentials: 1, people: 1, isProven: true } },
    "2026-11-01",
    ISSUING.name,
  );

const KNOWN = [...settled("b1"), ...settled("b2"), issued("c1")];

/** What the ledger has of a report, beside what it had before. */
const recorded = (
  { newFigures }: ClosedFigures,
  report: string,
  before: ReadonlyMap<string, RecordedFigures> = new Map(),
): ReadonlyMap<string, RecordedFigures> =>
  new Map([
    ...before,
    ...[...newFigures].flatMap(({ name, shown }) =>
      shown === null ? [] : [[name, { text: canonicalJson(shown), report }] as const],
    ),
  ]);

const BOOK = { book: "default", window: WINDOW };
/** What is compared with, as the ledger gives it. */
const among = (figures: ReadonlyMap<string, RecordedFigures>): PublishedBefore<never, never>["earlier"] => {
  const names = new RecordedNames();
  for (const [name, { text }] of figures) names.set(name, text);
  const read = (isMeant: (name: string) => boolean) =>
    Effect.orDie(readFigures(new Map([...figures].filter(([name]) => isMeant(name)))));
  return { names, read };
};

const NOTHING: PublishedBefore<never, never> = {
  earlier: among(new Map()),
  revised: among(new Map()),
  publishedDays: new Map(),
  ownCause: () => null,
};

/** Closes figures, with what is recorded of them as a list. */
const close = (book: typeof BOOK, known: readonly ShownFigures[], before: PublishedBefore<never, never>) => {
  const { restatements, newFigures } = Effect.runSync(closeFigures(book, known, before));
  return { restatements, newFigures: [...newFigures] };
};
const first = recorded(close(BOOK, KNOWN, NOTHING), "2026-11-17/r1");
const BEFORE = {
  ...NOTHING,
  earlier: among(first),
  publishedDays: new Map([
    ["koard", WINDOW],
    ["record", WINDOW],
  ]),
};
const next = (known: readonly ShownFigures[], figures = first) =>
  close(BOOK, known, { ...BEFORE, earlier: among(figures) });

describe("figures that are as they were recorded", () => {
  it("have the very text that the ledger keeps of them", () => {
    expect(KNOWN.map(recordedFirst)).toEqual([...first.values()].map(({ text }) => text));
  });

  it("are neither restated nor recorded again", () => {
    expect(next(KNOWN)).toEqual({ restatements: [], newFigures: [] });
  });
});

describe("figures that are others than were recorded", () => {
  const changed = [...settled("b1", 1100), ...settled("b2"), issued("c1")];

  it("are restated and recorded, and nothing else is", () => {
    const { restatements, newFigures } = next(changed);
    expect(restatements.map(({ entityId, field }) => `${entityId} ${field}`)).toContain(
      "b1 captured_declared",
    );
    expect(new Set(restatements.map(({ entityId }) => entityId))).toEqual(new Set(["b1"]));
    expect(newFigures.map(({ name }) => name)).toEqual(['["koard","batch","b1","USD"]']);
  });

  it("keep the date of each field through a report that changed others", () => {
    const second = recorded(next(changed), "2026-11-18/r1", first);
    expect(next(changed, second)).toEqual({ restatements: [], newFigures: [] });
    const dates = new Map(
      next(KNOWN, second).restatements.map(({ field, firstPublishedIn }) => [field, firstPublishedIn]),
    );
    expect(dates.get("captured_declared")).toBe("2026-11-18/r1");
    const gone = next([...settled("b2"), issued("c1")], second).restatements;
    expect(gone.find(({ field }) => field === "captured_computed")?.firstPublishedIn).toBe("2026-11-17/r1");
  });

  it("are those of a batch that is gone, too", () => {
    const { restatements } = next([...settled("b1"), ...settled("b2")]);
    expect(new Set(restatements.map(({ entityId, cause }) => `${entityId} ${cause}`))).toEqual(
      new Set(["c1 vanished"]),
    );
  });
});

describe("figures in one currency of a batch in several", () => {
  const inTwo = (...currencies: readonly string[]): readonly ShownFigures[] =>
    proveSettlement(
      {
        header: settlementHeader("b3", { transactionCount: currencies.length }),
        details: {
          rows: currencies.map((currency) => transaction(`t-${currency}`, { currency })),
          invalid: [],
        },
      },
      context(),
    ).rows.map((row) => settlementFigures(row, SETTLING.name));
  const both = recorded(close(BOOK, [...KNOWN, ...inTwo("EUR", "USD")], NOTHING), "2026-11-17/r1");

  it("are recorded as gone with it, and the others of the batch are compared as well", () => {
    const { restatements, newFigures } = next([...KNOWN, ...inTwo("EUR", "USD").slice(1)], both);
    expect(new Set(restatements.map(({ entityId, currency }) => `${entityId} ${currency}`))).toEqual(
      new Set(["b3 EUR"]),
    );
    expect(newFigures).toEqual([{ name: '["koard","batch","b3","EUR"]', shown: null }]);
  });

  it("are recorded where they are new beside others that are as they were", () => {
    const one = new Map([...both].filter(([name]) => !name.includes("EUR")));
    const { newFigures } = next([...KNOWN, ...inTwo("EUR", "USD")], one);
    expect(newFigures.map(({ name }) => name)).toEqual(['["koard","batch","b3","EUR"]']);
  });
});

describe("figures that only a revision of the same day has shown", () => {
  const again = (known: readonly ShownFigures[]) => close(BOOK, known, { ...NOTHING, revised: among(first) });

  it("are recorded again and not restated where they are as they were", () => {
    const { restatements, newFigures } = again(KNOWN);
    expect(restatements).toEqual([]);
    expect(newFigures.map(({ name }) => name)).toEqual([...first.keys()]);
  });

  it("are restated where they are others, or are gone", () => {
    const { restatements } = again([...settled("b1", 1100), issued("c1")]);
    expect(new Set(restatements.map(({ entityId, cause }) => `${entityId} ${cause}`))).toEqual(
      new Set(["b1 amount_change", "b2 vanished"]),
    );
  });
});

describe("figures of batches outside the window", () => {
  const OUTSIDE = { book: "default", window: { from: "2026-11-17", to: "2026-11-18" } };
  const names = (known: readonly ShownFigures[], before: typeof BEFORE | typeof NOTHING) =>
    close(OUTSIDE, known, before).newFigures.map(({ name }) => name);

  it("are shown to nobody, and not recorded, but of credentials, whose cohorts have no beginning", () => {
    expect(names(KNOWN, NOTHING)).toEqual(['["record","credential_batch","c1",null]']);
  });

  it("are recorded where they are restated", () => {
    const changed = [...settled("b1", 1100), ...settled("b2"), issued("c1")];
    expect(names(changed, BEFORE)).toEqual(['["koard","batch","b1","USD"]']);
  });

  it("and in it are recorded though nothing is restated", () => {
    const known = [...settled("b1")];
    expect(close(BOOK, known, NOTHING)).toMatchObject({
      restatements: [],
      newFigures: [{ name: '["koard","batch","b1","USD"]' }],
    });
  });
});
