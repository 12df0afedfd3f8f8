import type { SettlementRow } from "../reports/rows.ts";
import type { Link } from "./Link.ts";

/** What decides which link claims a settlement row. */
export type Claimable = Pick<
  SettlementRow,
  "accountId" | "terminalId" | "businessDate" | "currency" | "state"
>;

/**
 * The index of the link that claims a settlement row, or `null`: a link of the row's currency that claims its
 * day and names its terminal, else one that names its account, since a terminal is the more specific; of
 * several such, the first listed (`overlappingLinks` refuses them). A void row settles nothing, so nothing
 * claims it.
 */
export const claimingLink = (row: Claimable, links: readonly Link[]): number | null => {
  if (row.state === "void" || row.currency === null) return null;
  return eligibleLink(row, links, ({ currency }) => currency === row.currency);
};

/** As {@link claimingLink}, among the links that `isEligible` lets through, whatever the currency and state. */
export const eligibleLink = (
  { accountId, terminalId, businessDate }: Pick<SettlementRow, "accountId" | "terminalId" | "businessDate">,
  links: readonly Link[],
  isEligible: (link: Link) => boolean,
): number | null => {
  const claims = (link: Link): boolean => isEligible(link) && isClaimedDay(businessDate, link);
  const byTerminal = links.findIndex((link) => link.terminals.includes(terminalId) && claims(link));
  if (byTerminal >= 0) return byTerminal;
  const byAccount = links.findIndex((link) => link.accounts.includes(accountId) && claims(link));
  return byAccount >= 0 ? byAccount : null;
};

const isClaimedDay = (day: string, { from, to }: Link): boolean =>
  (from === null || from <= day) && (to === null || day < to);
