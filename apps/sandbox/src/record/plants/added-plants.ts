import { stampedIdentifier } from "../../world/identifiers.ts";
import type { Planted } from "../../world/planting.ts";
import type { PlantName } from "../../world/plants.ts";
import type { CredentialChange } from "../issuance-changes.ts";
import type { CredentialPlan } from "../plan.ts";
import { recipientsOf } from "../recipients.ts";
import type { IssuanceShape } from "../shape.ts";
import { withHiddenCharacters } from "./name-plants.ts";

/** A batch beside which others are put. */
export interface Beside {
  readonly shape: IssuanceShape;
  readonly plan: CredentialPlan;
  /** How many batches have been added so far. */
  readonly nth: number;
}

interface Added {
  readonly plan: CredentialPlan;
  readonly change?: CredentialChange;
  readonly facts: Pick<Planted, "code"> & Partial<Planted>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** Cohorts from here on are none of the planned ones; a multiple of four has no guests from other cohorts. */
const ADDED_COHORTS = 40_000;

const added = ({ shape, plan, nth }: Beside, differs: Partial<CredentialPlan>): CredentialPlan => {
  const cohort = ADDED_COHORTS + 4 * nth;
  const issuedAtMs = differs.issuedAtMs ?? plan.issuedAtMs + 5 * MINUTE_MS;
  const id = stampedIdentifier("batch", issuedAtMs, shape.seed, cohort, 0);
  return { ...plan, id, cohort, nth: 0, size: 5, ...differs, issuedAtMs };
};

/** A name as somebody else would punctuate it. */
const hyphenated = (name: string): string => name.trim().replace(/\s+/u, "-");

const HARD_NAMES = ['=HYPERLINK("http://x","a")', "\u200b=1+1", 'Ünïcode, "Q1"\nline 2'] as const;
const HARD_ID = "0012345678901234567";

/** Credential batches beside the planned ones. */
export const ADDED_PLANTS: Readonly<Partial<Record<PlantName, (beside: Beside) => readonly Added[]>>> = {
  "suspected-repeat": (beside) => {
    const { shape, plan } = beside;
    const again = added(beside, { issuedAtMs: plan.issuedAtMs + 2 * MINUTE_MS, size: plan.size });
    const people = recipientsOf(shape, plan);
    return [
      {
        plan: again,
        change: {
          recipients: (planned) =>
            planned.map((one, index) => {
              const { email = one.email } = people[index] ?? {};
              return email === undefined ? one : { ...one, email };
            }),
        },
        facts: { code: "SUSPECTED_REPEAT" },
      },
    ];
  },
  "mode-mismatch": (beside) => [
    { plan: added(beside, {}), change: { mode: "test" }, facts: { code: "MODE_MISMATCH" } },
  ],
  "name-variant": (beside) => {
    const batchName = hyphenated(beside.plan.batchName);
    const entityId = `live/${beside.plan.programId}/${batchName.normalize("NFC").toLowerCase()}`;
    return [
      { plan: added(beside, { batchName }), facts: { code: "NAME_VARIANT", entity: "cohort", entityId } },
    ];
  },
  "hidden-characters": (beside) => [
    {
      plan: added(beside, { batchName: withHiddenCharacters(beside.plan.batchName) }),
      facts: { code: null },
    },
  ],
  "future-issued-at": (beside) => [
    {
      plan: added(beside, {
        issuedAtMs: beside.shape.todayMs + 400 * DAY_MS,
        batchName: `Future Cohort ${beside.nth}`,
      }),
      facts: { code: "FUTURE_ISSUED_AT" },
    },
  ],
  "hard-names": (beside) =>
    HARD_NAMES.map((batchName, index) => ({
      plan: added(
        { ...beside, nth: beside.nth + index },
        { batchName, ...(index === 0 ? { id: HARD_ID } : {}) },
      ),
      facts: { code: null },
    })),
};
