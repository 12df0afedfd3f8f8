import type { Credential, CredentialBatchHeader, InvalidRecord, Program } from "@tieout/reconcile";
import { normaliseEmail } from "@tieout/reconcile";
import type { CredentialBatchSummary, Recipient, Program as WireProgram } from "@tieout/record";
import type { HashEmail } from "../../ledger/store/email-key.ts";
import { type FreeText, freeText, textFault } from "../wire/kept-text.ts";
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

/** What reading goes on beside a record. */
export type Reading = Required<Pick<FreeText, "notes" | "tagOf">>;

/** The texts of a batch that are kept. */
const BATCH_TEXTS = [
  ...(["batchId", "batchName", "mode", "orgId", "programId", "status"] as const),
] as const satisfies ReadonlyArray<keyof CredentialBatchSummary>;

const PROGRAM_TEXTS = ["programId", "mode", "name", "orgId"] as const satisfies ReadonlyArray<
  keyof WireProgram
>;

/**
 * Reads the batch that stands at the JSON path `at` of the list. A count that comes as a numeric text is taken
 * as the number; that, and members that nobody knows, are noted (Record fact 5.20).
 */
export const credentialBatchHeader = (
  batch: CredentialBatchSummary,
  at: string,
  reading: Reading,
): Mapped<CredentialBatchHeader> => {
  const { notes } = reading;
  const { batchId: id, issuedAt } = batch;
  const unkept = textFault(batch, BATCH_TEXTS, { at, id });
  if (unkept !== undefined) return unkept;
  const broken = (member: string, rule: string, value: string): { readonly invalid: InvalidRecord } => ({
    invalid: { path: `${at}.${member}`, id, rule, value },
  });
  if (!isAddressable(id))
    return broken("batchId", "an id without white space, / ? or #, and not . or ..", "another id");
  const issued = instantOr(issuedAt, notes);
  if ("rule" in issued) return broken("issuedAt", issued.rule, issued.value);
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
      name: freeText(batch.batchName, { member: "batchName", ...reading }),
      orgId,
      programId,
      recipientCount,
      status: freeText(status, { member: "status", notes }),
    },
  };
};

/**
 * Keeps of a recipient the credential's id, and of the address a keyed hash; name and link end here. A credential
 * without an address was issued to nobody whom the figures know.
 */
export const credential =
  (hashEmail: HashEmail, notes: Notes) =>
  (recipient: Recipient, at: string): Mapped<Credential> => {
    const { recipientId, email } = recipient;
    const unkept = textFault(recipient, ["recipientId", "email"], { at, id: recipientId });
    if (unkept !== undefined) return unkept;
    if (email === undefined || email === null) notes.withoutAddress();
    const address = normaliseEmail(email ?? "");
    // In the order of the names as well.
    return { record: { emailHash: address === undefined ? null : hashEmail(address), id: recipientId } };
  };

/** Reads the programme that stands at the JSON path `at`. */
export const program = (wire: WireProgram, at: string, reading: Reading): Mapped<Program> => {
  const { programId, name, orgId, mode } = wire;
  return (
    textFault(wire, PROGRAM_TEXTS, { at, id: programId }) ?? {
      // In the order of the names, as the ledger gives it back.
      record: {
        id: programId,
        mode,
        name: freeText(name, { member: "name", ...reading }),
        orgId,
      },
    }
  );
};
