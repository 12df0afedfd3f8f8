import { SEVERITIES } from "@tieout/reconcile";
import type { BookMeasures } from "../../src/operate/measure/BookMeasures.ts";

const HOUR_MS = 3_600_000;

/** How a book stands: a name that has to be escaped, one critical exception open, no backup ever, all well but that. */
export const measuresOf = (book: string, nowMs: number, other: Partial<BookMeasures> = {}): BookMeasures => ({
  book,
  run: { startedMs: nowMs - HOUR_MS - 61_500, endedMs: nowMs - HOUR_MS, exit: 2 },
  requests: [{ source: "koard", answered: 62, refused: 3 }],
  ledger: {
    succeededMs: nowMs - HOUR_MS,
    report: {
      day: "2026-11-30",
      open: SEVERITIES.flatMap((severity) =>
        [false, true].map((isDecided) => ({
          ...{ severity, isDecided },
          count: severity === "critical" && !isDecided ? 1 : 0,
        })),
      ),
      unexplained: [
        { currency: "EUR", amount: "0" },
        { currency: "USD", amount: "34.54" },
      ],
    },
    listed: new Map([["koard", 60]]),
    bytes: 565_248,
    isFile: true,
    backedUpMs: null,
  },
  ...other,
});
