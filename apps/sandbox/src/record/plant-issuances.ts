import { drawsFor, PURPOSE } from "../world/draws.ts";
import type { Planted, Planting, PlantName } from "../world/planting.ts";
import { type CredentialPlan, credentialPlans, type IssuanceShape } from "./plan.ts";
import { programCountFor, programOf } from "./programs.ts";

/** How a credential batch departs from its plan until it is mended. */
interface CredentialChange {
  readonly mendedOnNight: number;
  readonly status?: string;
  /** Added to the count that the list declares. */
  readonly countDelta?: number;
}

/** The departures of Record's half of the world. */
export interface IssuanceChanges {
  /** By batch. */
  readonly batches: ReadonlyMap<string, CredentialChange>;
  /** The first night on which a programme is listed, where it is not the first of all. */
  readonly listedFrom: ReadonlyMap<string, number>;
}

const BATCH_PLANTS: Readonly<
  Partial<Record<PlantName, { readonly code: string; readonly change: CredentialChange }>>
> = {
  "count-mismatch": { code: "COUNT_MISMATCH", change: { mendedOnNight: 3, countDelta: 5 } },
  "status-processing": { code: "UNKNOWN_STATUS", change: { mendedOnNight: 3, status: "processing" } },
};

const PROGRAM_LISTED_FROM = 2;

const planted = (
  name: PlantName,
  code: string,
  entity: Planted["entity"],
  entityId: string,
  mendedOnNight: number,
): Planted => ({
  name,
  code,
  alsoCodes: [],
  source: "record",
  entity,
  entityId,
  fromNight: 1,
  mendedOnNight,
  currency: null,
  amountMinor: null,
});

/** Chooses credential batches and programmes for the irregularities that Record's half of the world is to hold; each gets at most one. */
export const plantIssuances = (
  shape: IssuanceShape,
  plantings: readonly Planting[],
): { readonly changes: IssuanceChanges; readonly planted: readonly Planted[] } => {
  const batches = new Map<string, CredentialChange>();
  const listedFrom = new Map<string, number>();
  const list: Planted[] = [];
  // Batches that are the whole of their cohort and no older than the report's window, so that a cohort shows one thing at a time.
  const free = [...credentialPlans(shape, 1)].filter((plan) => isCandidate(shape, plan));
  const draws = drawsFor(shape.seed, PURPOSE.planting, shape.cohorts);
  for (const name of plantings.flatMap((planting) =>
    Array.from({ length: planting.count }, () => planting.name),
  )) {
    const plant = BATCH_PLANTS[name];
    if (plant !== undefined && free.length > 0) {
      for (const { id } of free.splice(draws.int(0, free.length - 1), 1)) {
        batches.set(id, plant.change);
        list.push(planted(name, plant.code, "credential_batch", id, plant.change.mendedOnNight));
      }
    }
    const withCohorts = Math.min(programCountFor(shape), shape.cohorts);
    if (name === "program-missing" && listedFrom.size < withCohorts) {
      const { programId } = programOf(shape, withCohorts - 1 - listedFrom.size);
      listedFrom.set(programId, PROGRAM_LISTED_FROM);
      list.push(planted(name, "UNKNOWN_PROGRAM", "program", programId, PROGRAM_LISTED_FROM));
    }
  }
  return { changes: { batches, listedFrom }, planted: list };
};

const DAY_MS = 86_400_000;

const isCandidate = (shape: IssuanceShape, plan: CredentialPlan): boolean =>
  plan.nth === 0 &&
  plan.issuedAtMs > shape.todayMs - 33 * DAY_MS &&
  plan.cohort % 3 !== 1 &&
  plan.cohort % 5 !== 2;
