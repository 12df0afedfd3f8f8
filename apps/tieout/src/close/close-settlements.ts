import {
  type Finding,
  invalidRecords,
  isOpen,
  type ProofContext,
  reopened,
  type SettlementHeader,
  type SettlementRow,
  vanishedSettlement,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { settlementProofs } from "./cache/settlement-proofs.ts";
import { sharedTransactions } from "./cache/shared-transactions.ts";
import type { ClosedSource } from "./closed-source.ts";

/** Settlement batches as the ledger has them, proved. */
export interface ClosedSettlements {
  /** Rows of every day that the ledger knows, of listed batches, in no promised order. */
  readonly rows: ReadonlyArray<SettlementRow>;
  readonly findings: ReadonlyArray<Finding>;
}

/** What the list itself held that is no settlement batch. */
const listFindings = ({ name, facts }: ClosedSource): ReadonlyArray<Finding> =>
  Object.entries(facts.invalid).flatMap(([operation, records]) =>
    invalidRecords(records, {
      source: name,
      recordEntity: "batch",
      holder: { entity: "run", entityId: operation },
      businessDate: null,
      batchIds: [],
    }),
  );

/** What the batches were before: those that are open again, and those that are gone. */
const historyFindings = Effect.fnUntraced(function* (
  run: Run,
  headers: ReadonlyArray<SettlementHeader>,
  context: ProofContext,
) {
  const ledger = yield* Ledger;
  const findings: Array<Finding> = [];
  for (const header of headers) {
    // Only an open batch can have been reopened, and few are open.
    if (!isOpen(header.status)) continue;
    const statuses = (yield* ledger.history(run, "settlement", header.id)).map(({ status }) => status);
    findings.push(...reopened(statuses.slice(0, -1), header, context.calendar));
  }
  for (const { header, detailsId, lastSeenDay } of yield* ledger.gone(run, "settlement")) {
    const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    findings.push(vanishedSettlement({ header, details }, lastSeenDay, context));
  }
  return findings;
});

/** Proves every settlement batch that the ledger lists, and says what became of those that it listed before. */
export const closeSettlements = Effect.fn("closeSettlements")(function* (
  run: Run,
  source: ClosedSource,
  given: Omit<ProofContext, "shared">,
) {
  const ledger = yield* Ledger;
  const entries = yield* ledger.entries(run, "settlement");
  const context: ProofContext = { ...given, shared: yield* sharedTransactions(entries) };
  const headers = entries.map(({ header }) => header);
  const proved = yield* settlementProofs(entries, context);
  return {
    rows: proved.flatMap(({ rows }) => rows),
    findings: [
      ...listFindings(source),
      ...(yield* historyFindings(run, headers, context)),
      ...proved.flatMap(({ findings }) => findings),
    ],
  } satisfies ClosedSettlements;
});
