import { EXCEPTIONS } from "../exceptions/exceptions.ts";
import type { ExceptionRow, Figure } from "../exceptions/finding.ts";
import { explainCredentials } from "./credential-explanation.ts";
import type { Evidence, Evidenced, Explanation } from "./Explanation.ts";
import { explainPayment } from "./link-explanation.ts";
import { explainSettlements } from "./settlement-explanation.ts";
import { explainUncounted } from "./uncounted-explanation.ts";

const NOTHING: Evidenced = { records: [], recordsLeftOut: 0, arithmetic: [], notes: [] };

/**
 * Explains an exception from the records it is about (`tieout explain`). Figures are computed again from the
 * evidence, so they are those of the ledger now; what the report said stands at the end of the arithmetic.
 */
export const explain = (exception: ExceptionRow, evidence: Evidence): Explanation => {
  const evidenced = evidencedBy(exception, evidence);
  return {
    code: exception.code,
    rule: EXCEPTIONS[exception.code].rule,
    ...evidenced,
    arithmetic: [...evidenced.arithmetic, ...reported(exception)],
    notes: [...evidenced.notes, ...caveats(exception, evidenced)],
  };
};

const evidencedBy = (exception: ExceptionRow, { settled, counted, issued, payment }: Evidence): Evidenced => {
  // A link is about credentials and settlements, so its payment comes before the records of either.
  if (EXCEPTIONS[exception.code].evidence === "payment")
    return payment === undefined ? NOTHING : explainPayment(payment);
  if (counted !== undefined) return explainUncounted(counted, exception.currency);
  const { evidence } = EXCEPTIONS[exception.code];
  const about = { entity: exception.entity, entityId: exception.entityId, evidence, found: [exception] };
  if (settled !== undefined) return explainSettlements(about, settled.settlements, settled.context);
  return issued === undefined ? NOTHING : explainCredentials(about, issued);
};

const reported = ({
  expected,
  actual,
  moneyAtStake,
  currency,
  whatHappened,
}: ExceptionRow): readonly string[] => [
  ...(expected === null ? [] : [`reported as expected: ${said(expected, currency)}`]),
  ...(actual === null ? [] : [`reported as actual: ${said(actual, currency)}`]),
  ...(moneyAtStake === null ? [] : [`reported at stake: ${moneyAtStake} ${currency ?? ""}`.trimEnd()]),
  `reported: ${whatHappened}`,
];

const said = ({ kind, text }: Figure, currency: string | null): string =>
  kind === "amount" && currency !== null ? `${text} ${currency}` : text;

const caveats = ({ status, entity }: ExceptionRow, { records }: Evidenced): readonly string[] => [
  ...(status === "resolved"
    ? ["This exception is resolved: its rule holds again, and it is as last seen."]
    : []),
  ...(status === "expired"
    ? ["This exception is expired: it holds, and is listed no more until its figures change."]
    : []),
  ...(records.length === 0 && entity !== "run"
    ? ["None of the records it is about is at hand, so nothing was computed again."]
    : []),
];
