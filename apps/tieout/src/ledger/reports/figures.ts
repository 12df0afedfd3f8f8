import type { Source, Window } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isPublishedFigures, isStoredFacts } from "../codec/codecs.ts";
import { checked, decoded, decoding } from "../codec/decode.ts";
import { isCalendarDay, isCount, isText, nullable, objectOf } from "../codec/guards.ts";
import { failing } from "../sql-failure.ts";
import type { Run } from "../store/Run.ts";
import { completeFacts } from "../store/RunFacts.ts";
import type { EntityFigures, LedgerReports, ReportBasis } from "./PublishedReport.ts";
import { RecordedNames } from "./RecordedNames.ts";
import { type RecordedFigures, readFigures } from "./recorded-figures.ts";
import { madeAsOf, standingReports } from "./report-row.ts";

interface FigureRow {
  readonly name: string;
  readonly body: string | null;
}

/** Figures that are read at once where all of a report are gone through. */
const PAGE_FIGURES = 500;

interface ShownDaysRow {
  readonly id: number;
  readonly run: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly sources: string;
}

const isWindow = objectOf<Window>({ from: isCalendarDay, to: isCalendarDay });
const isBasis = objectOf<ReportBasis>({ run: isCount, rules: nullable(isText) });

/** By the name of each source that was asked: from the first day that a report showed of it to the end of the last. */
const shownDays = (rows: ReadonlyArray<ShownDaysRow>): ReadonlyMap<Source, Window> => {
  const days = new Map<Source, Window>();
  for (const row of rows) {
    const shown = { from: row.window_from, to: row.window_to };
    const { from, to } = checked(isWindow, shown, { table: "report", row: row.id });
    const facts = completeFacts(decoded(isStoredFacts, row.sources, { table: "run", row: row.run }));
    for (const [source, { asked }] of Object.entries(facts)) {
      if (!asked) continue;
      const known = days.get(source);
      // Windows begin in the order of the rows; they may end in another one.
      if (known === undefined) days.set(source, { from, to });
      else if (to > known.to) days.set(source, { from: known.from, to });
    }
  }
  return days;
};

/** The part of {@link LedgerReports} that knows what reports showed of batches. */
export const ledgerFigures = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  /** Does something with each figure that a report recorded, by name; memory holds a page of them. */
  const eachOf = Effect.fnUntraced(function* (report: number, use: (row: FigureRow) => void) {
    const after = (name: string) => sql<FigureRow>`
      SELECT name, body FROM figure WHERE report = ${report} AND name > ${name} ORDER BY name LIMIT ${PAGE_FIGURES}`;
    for (let page = yield* after(""); page.length > 0; page = yield* after(page.at(-1)?.name ?? ""))
      page.forEach(use);
  });

  const recordedNames: LedgerReports["recordedNames"] = Effect.fn("Ledger.recordedNames")(
    function* (report) {
      const names = new RecordedNames();
      for (const { id } of yield* standingReports(sql, report))
        yield* eachOf(id, ({ name, body }) => (body === null ? names.delete(name) : names.set(name, body)));
      return names;
    },
    failing(path, "could not be read"),
  );

  const figures: LedgerReports["figures"] = Effect.fn("Ledger.figures")(
    function* (report, isMeant) {
      const figures = new Map<string, RecordedFigures>();
      for (const { id, day, revision } of yield* standingReports(sql, report))
        yield* eachOf(id, ({ name, body }) => {
          if (body === null) figures.delete(name);
          else if (isMeant(name)) figures.set(name, { text: body, report: `${day}/r${revision}` });
        });
      return yield* readFigures(figures);
    },
    failing(path, "could not be read"),
  );

  const revisionsOf = (run: Run, day: string) => sql<{ id: number; revision: number }>`
    SELECT id, revision FROM report
    WHERE book = ${run.book} AND day = ${day} AND run <= ${run.id} AND is_placed = 1 ORDER BY revision`;

  const revisedNames: LedgerReports["revisedNames"] = Effect.fn("Ledger.revisedNames")(
    function* (run, day) {
      const names = new RecordedNames();
      for (const { id } of yield* revisionsOf(run, day))
        yield* eachOf(id, ({ name, body }) => {
          if (body !== null && !names.has(name)) names.set(name, body);
        });
      return names;
    },
    failing(path, "could not be read"),
  );

  const revisedFigures: LedgerReports["revisedFigures"] = Effect.fn("Ledger.revisedFigures")(
    function* (run, day, isMeant) {
      const figures = new Map<string, RecordedFigures>();
      for (const { id, revision } of yield* revisionsOf(run, day))
        yield* eachOf(id, ({ name, body }) => {
          if (body !== null && !figures.has(name) && isMeant(name))
            figures.set(name, { text: body, report: `${day}/r${revision}` });
        });
      return yield* readFigures(figures);
    },
    failing(path, "could not be read"),
  );

  const publishedDays: LedgerReports["publishedDays"] = Effect.fn("Ledger.publishedDays")(
    function* (run, day) {
      const rows = yield* sql<ShownDaysRow>`
        SELECT r.id, r.run, r.window_from, r.window_to, run.sources FROM report r JOIN run ON run.id = r.run
        WHERE r.book = ${run.book} AND r.day < ${day} AND r.run <= ${run.id} AND r.is_placed = 1
        ORDER BY r.window_from`;
      return yield* decoding(() => shownDays(rows));
    },
    failing(path, "could not be read"),
  );

  const reportBasis: LedgerReports["reportBasis"] = Effect.fn("Ledger.reportBasis")(
    function* ({ id }) {
      const [row] = yield* sql`SELECT run, rules FROM report WHERE id = ${id}`;
      return yield* decoding(() => checked(isBasis, row, { table: "report", row: id }));
    },
    failing(path, "could not be read"),
  );

  const recordedOf: LedgerReports["recordedOf"] = Effect.fn("Ledger.recordedOf")(
    function* (book, asOf, nameBegins) {
      const rows = yield* sql<FigureRow & { readonly day: string; readonly revision: number }>`
        SELECT r.day, r.revision, f.name, f.body
        FROM report r JOIN run ON run.id = r.run JOIN figure f ON f.report = r.id
        WHERE r.book = ${book} AND r.is_placed = 1 AND ${madeAsOf(sql)} <= ${asOf}
          AND substr(f.name, 1, ${[...nameBegins].length}) = ${nameBegins}
        ORDER BY r.day, r.revision, f.name`;
      return yield* decoding(() =>
        rows.map(({ day, revision, name, body }): EntityFigures => {
          const report = `${day}/r${revision}`;
          const row = `${name} of ${report}`;
          const shown = body === null ? null : decoded(isPublishedFigures, body, { table: "figure", row });
          return { report, name, shown };
        }),
      );
    },
    failing(path, "could not be read"),
  );

  return { recordedNames, figures, recordedOf, revisedNames, revisedFigures, publishedDays, reportBasis };
});
