import type { SettlementWorld } from "../koard/SettlementWorld.ts";
import type { IssuanceWorld } from "../record/IssuanceWorld.ts";
import type { Planted } from "../world/planting.ts";
import type { PlantName } from "../world/plants.ts";
import type { CohortTruth } from "./cohort-truth.ts";

/** One exception that a right report lists as new or open tonight. */
export interface ExceptionTruth extends Pick<Planted, "source" | "entity" | "entityId"> {
  readonly code: string;
  readonly currency: string | null;
  /** What is at stake, in minor units; `null` where it is no money, or money in no currency. */
  readonly amountMinor: string | null;
  /** The irregularity behind it; `null` for what a world has of itself. */
  readonly plant: PlantName | null;
}

/** What hangs on these is all that the batch declares as captured. */
const ON_CAPTURED: ReadonlySet<string> = new Set([
  "SETTLEMENT_REJECTED",
  "PARTIALLY_ACCEPTED",
  "SETTLEMENT_OVERDUE",
  "OPEN_TOO_LONG",
]);

/** Batches that show no currency at all, so that the assumed one holds for them. */
const WITHOUT_CURRENCY: ReadonlySet<PlantName> = new Set([
  "no-currency",
  "empty-batch",
  "detail-unavailable",
]);

const isSeen = ({ fromNight, mendedOnNight }: Planted, night: number): boolean =>
  fromNight <= night && (mendedOnNight === null || night < mendedOnNight);

const capturedOf = (koard: SettlementWorld, batchId: string | null): string | null => {
  const ordinal = batchId === null ? undefined : koard.ordinalOf(batchId);
  return ordinal === undefined ? null : String(koard.header(ordinal).capturedMinor);
};

const ofPlanted = (
  one: Planted,
  koard: SettlementWorld,
  assumedCurrency: string | null,
): readonly ExceptionTruth[] => {
  const { name: plant, source, entity, entityId } = one;
  const isAssumed = WITHOUT_CURRENCY.has(plant) && assumedCurrency !== null;
  const codes = [...(one.code === null ? [] : [one.code]), ...one.alsoCodes];
  return [...codes, ...(isAssumed ? ["ASSUMED_CURRENCY"] : [])].map((code) => ({
    code,
    source,
    entity,
    entityId,
    currency: isAssumed ? assumedCurrency : one.currency,
    amountMinor: ON_CAPTURED.has(code) ? capturedOf(koard, one.batchId) : one.amountMinor,
    plant,
  }));
};

const ofCohort = ({ reissued, entityId }: CohortTruth): readonly ExceptionTruth[] =>
  reissued === 0
    ? []
    : [
        {
          code: "REISSUED",
          source: "record",
          entity: "cohort",
          entityId,
          currency: null,
          amountMinor: null,
          plant: null,
        },
      ];

/** Every exception that a right report has open on the night that the worlds are on; in no promised order. */
export const exceptionsTruth = (
  { koard, record }: { readonly koard: SettlementWorld; readonly record: IssuanceWorld },
  cohorts: readonly CohortTruth[],
  assumedCurrency: string | null,
): readonly ExceptionTruth[] => [
  ...[...koard.planted, ...record.planted]
    .filter((one) => isSeen(one, koard.night))
    .flatMap((one) => ofPlanted(one, koard, assumedCurrency)),
  ...cohorts.flatMap(ofCohort),
];
