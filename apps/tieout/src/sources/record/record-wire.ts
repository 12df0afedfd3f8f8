import type { Credential, CredentialBatchHeader, InvalidRecord, Program } from "@tieout/reconcile";
import { normaliseEmail } from "@tieout/reconcile";
import type { CredentialBatchSummary, Recipient, Program as WireProgram } from "@tieout/record";
import type { HashEmail } from "../../ledger/store/email-key.ts";
import type { Notes } from "../wire/notes.ts";
import { instantOr, isAddressable, type Mapped } from "../wire/wire.ts";

/** The members of a listed batch that the spec knows. */
const MEMBERS: Readonly<Record<keyof CredentialBatchSummary, true>> = {
  batchId: true,
  batchName: true,
  issuedAt: true,
  mode: true,
  orgId: true,
  programId: true,
  recipientCount: true,
  status: true,
};

/**
 * Reads the batch that stands at the JSON path `at` of the list. A count that comes as a numeric text is taken
 * as the number; that, and members that nobody knows, are noted (Record fact 5.20).
 */
export const credentialBatchHeader = (
  batch: CredentialBatchSummary,
  at: string,
  notes: Notes,
): Mapped<CredentialBatchHeader> => {
  const { batchId: id, issuedAt } = batch;
  const broken = (member: string, rule: string, value: string): { readonly invalid: InvalidRecord } => ({
    invalid: { path: `${at}.${member}`, id, rule, value },
  });
  if (!isAddressable(id))
    return broken("batchId", "an id without white space, / ? or #, and not . or ..", "another id");
  const issued = instantOr(issuedAt, notes);
  if ("rule" in issued) return broken("issuedAt", issued.rule, issuedAt);
  notes.unknown(Object.keys(batch).filter((member) => !Object.hasOwn(MEMBERS, member)));
  if (typeof batch.recipientCount === "string") notes.numberAsText("recipientCount");
  const recipientCount = Number(batch.recipientCount);
  if (!Number.isSafeInteger(recipientCount))
    return broken("recipientCount", "a count", String(batch.recipientCount).slice(0, 40));
  const { programId, orgId, mode, status } = batch;
  return {
    // In the order of the names, which the ledger prints and compares without sorting again.
    record: {
      id,
      issuedAt: issued.at,
      mode,
      name: batch.batchName,
      orgId,
      programId,
      recipientCount,
      status,
    },
  };
};

/**
 * Keeps of a recipient the credential's id, and of the address a keyed hash; name and link end here. A credential
 * without an address was issued to nobody whom the figures know.
 */
export const credential =
  (hashEmail: HashEmail, notes: Notes) =>
  ({ recipientId, email }: Recipient): Credential => {
    if (email === undefined || email === null) notes.withoutAddress();
    const address = normaliseEmail(email ?? "");
    // In the order of the names as well.
    return { emailHash: address === undefined ? null : hashEmail(address), id: recipientId };
  };

/** Reads a programme. */
export const program = ({ programId, name, orgId, mode }: WireProgram): Program => ({
  // In the order of the names, as the ledger gives it back.
  id: programId,
  mode,
  name,
  orgId,
});
