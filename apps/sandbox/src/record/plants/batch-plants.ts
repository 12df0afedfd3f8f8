import { instantText } from "../../world/calendar.ts";
import type { Planted } from "../../world/planting.ts";
import type { PlantName } from "../../world/plants.ts";
import type { CredentialChange } from "../issuance-changes.ts";
import type { CredentialPlan } from "../plan.ts";
import { type Recipient, recipientsOf, retyped } from "../recipients.ts";
import type { IssuanceShape } from "../shape.ts";
import { ADDRESS_CHANGES } from "./name-plants.ts";

/** A batch that was chosen for an irregularity. */
interface BatchTarget {
  readonly shape: IssuanceShape;
  readonly plan: CredentialPlan;
  /** Another batch that nothing else is planted in. */
  readonly other?: CredentialPlan;
}

interface BatchPlant {
  readonly needsAnother?: true;
  readonly plant: (target: BatchTarget) => {
    readonly change: CredentialChange;
    readonly facts: Pick<Planted, "code"> & Partial<Planted>;
  };
}

const simple = (code: string | null, change: CredentialChange, facts: Partial<Planted> = {}): BatchPlant => ({
  plant: () => ({ change, facts: { code, ...facts } }),
});

// The second credential goes to the first one's holder, whose address was typed otherwise.
const oneTwice = (planned: readonly Recipient[]): readonly Recipient[] =>
  planned.map((one, index) => (index === 1 ? { ...one, email: retyped(planned[0]?.email ?? "") } : one));

/** Irregularities of planned credential batches. */
export const BATCH_PLANTS: Readonly<Partial<Record<PlantName, BatchPlant>>> = {
  "count-mismatch": simple("COUNT_MISMATCH", { mendedOnNight: 3, countDelta: 5 }),
  "status-processing": simple("UNKNOWN_STATUS", { mendedOnNight: 3, status: "processing" }),
  "three-counts": simple("COUNT_MISMATCH", { size: 480, countDelta: 5, recipients: oneTwice }),
  reissued: simple(null, { recipients: oneTwice }),
  "cohort-renamed": simple(null, { fromNight: 2, batchName: "A name of its own" }, { fromNight: 2 }),
  "no-address": simple(null, ADDRESS_CHANGES["no-address"]),
  "idna-domain": simple(null, { size: 6, ...ADDRESS_CHANGES["idna-domain"] }),
  "credentials-unavailable": simple("DETAIL_UNAVAILABLE", { isUnavailable: true }),
  "credentials-vanished": simple("BATCH_VANISHED", { goneFromNight: 3 }, { fromNight: 3 }),
  "recipient-without-id": simple("INVALID_RECORD", {
    recipients: (planned) => planned.map((one, index) => (index === 0 ? { ...one, recipientId: "" } : one)),
  }),
  "duplicate-credential-id": {
    needsAnother: true,
    plant: ({ shape, other }) => {
      const [shared] = other === undefined ? [] : recipientsOf(shape, other);
      if (shared === undefined) return { change: {}, facts: { code: null } };
      return {
        change: { countDelta: 1, recipients: (planned) => [...planned, shared] },
        facts: { code: "DUPLICATE_CREDENTIAL_ID", entity: "credential", entityId: shared.recipientId },
      };
    },
  },
  "foreign-org": simple("FOREIGN_ORG", { orgId: "org_1780000000000_foreig" }),
  "issued-without-offset": simple(null, { issuedAt: (atMs) => instantText(atMs).replace("Z", "") }),
  "issued-elsewhere": simple(null, { issuedAt: (atMs) => instantText(atMs, "-09:30") }),
  "issued-before-2000": simple("INVALID_RECORD", {
    issuedAt: () => "1999-12-31T23:59:59.999Z",
    isInvalid: true,
  }),
};
