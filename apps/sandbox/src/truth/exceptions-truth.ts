import { basisOf } from "../koard/changes.ts";
import { countedOf, refundedOf } from "../koard/rows.ts";
import type { Header, SettlementWorld } from "../koard/SettlementWorld.ts";
import type { IssuanceWorld } from "../record/IssuanceWorld.ts";
import type { Basis } from "../world/counting.ts";
import type { Planted } from "../world/planting.ts";
import type { PlantName } from "../world/plants.ts";
import type { CohortTruth } from "./cohort-truth.ts";
import { refundsNotCounted, type Uncounted } from "./refunds-truth.ts";

/** One exception that a right report lists as new or open tonight. */
export interface ExceptionTruth extends Pick<Planted, "source" | "entity" | "entityId"> {
  readonly code: string;
  readonly currency: string | null;
  /**
   * What is at stake, in minor units; `null` where it is no money, or money in no currency. Of a batch that is counted
   * otherwise than usual: where it is known that processors count gross, and refunds on originals.
   */
  readonly amountMinor: string | null;
  /** The irregularity behind it; `null` for what a world has of itself. */
  readonly plant: PlantName | null;
}

/** What hangs on these is all that the batch declares as captured, or last declared. */
const ON_CAPTURED: ReadonlySet<string> = new Set([
  "SETTLEMENT_REJECTED",
  "PARTIALLY_ACCEPTED",
  "SETTLEMENT_OVERDUE",
  "OPEN_TOO_LONG",
  "BATCH_VANISHED",
  "DETAIL_UNAVAILABLE",
  "FUTURE_CLOSED_AT",
]);

/** These are about what became of a batch, and put no figure of it in doubt: they have no currency either. */
const WITHOUT_MONEY: ReadonlySet<string> = new Set(["BATCH_REOPENED"]);

/** Whether no transaction of a batch that can be read names a currency, so that an assumed one holds for it. */
const isWithoutCurrency = (koard: SettlementWorld, ordinal: number): boolean => {
  if (koard.changes(ordinal).some(({ shows }) => shows?.isUnavailable)) return true;
  for (const row of koard.rows(ordinal)) return koard.currencyOf(row) === "";
  return true;
};

const isSeen = ({ fromNight, mendedOnNight }: Planted, night: number): boolean =>
  fromNight <= night && (mendedOnNight === null || night < mendedOnNight);

const capturedOf = (koard: SettlementWorld, batchId: string | null): string | null => {
  const header = batchId === null ? undefined : koard.lastHeader(batchId);
  return header === undefined ? null : String(header.capturedMinor);
};

/** How the processor of a batch usually counts. */
const usualBasis = (koard: SettlementWorld, { plan }: Pick<Header, "plan">): Basis =>
  koard.shape.counting.get(plan.site.processorName) ?? {};

/** By how much a batch misses the totals as its processor usually counts them: the larger of the two, in minor units. */
const offUsual = (koard: SettlementWorld, batchId: string | null): string | null => {
  const header = batchId === null ? undefined : koard.lastHeader(batchId);
  if (header === undefined) return null;
  const usual = usualBasis(koard, header);
  let captured = usual.captured === "net_of_refunds" ? -header.refundedMinor : 0;
  let refunded = 0;
  for (const row of koard.rows(header.plan.ordinal)) {
    const counted = countedOf(row);
    captured += counted ?? 0;
    if (counted !== undefined && usual.captured === "before_reversals") captured += row.reversed ?? 0;
    refunded += refundedOf(row, usual.refunded);
  }
  const off = [Math.abs(header.capturedMinor - captured), Math.abs(header.refundedMinor - refunded)];
  return String(Math.max(...off));
};

/** Whether a batch is left out whole: no row of it has a currency then, and what is assumed is all that is known. */
const isLeftOutWhole = (koard: SettlementWorld, { entity, batchId }: Planted): boolean => {
  const ordinal = entity === "batch" && batchId !== null ? koard.ordinalOf(batchId) : undefined;
  return ordinal !== undefined && koard.changes(ordinal).some(({ shows }) => shows?.header !== undefined);
};

const amountOf = (code: string, one: Planted, koard: SettlementWorld): string | null => {
  if (isLeftOutWhole(koard, one)) return capturedOf(koard, one.batchId);
  if (code === "BASIS_ALTERNATIVE") return offUsual(koard, one.batchId);
  // Of a batch that was settled again in part its plant knows what is left.
  return ON_CAPTURED.has(code) ? (one.amountMinor ?? capturedOf(koard, one.batchId)) : one.amountMinor;
};

const ofPlanted = (
  one: Planted,
  koard: SettlementWorld,
  { assumed, currency }: { readonly assumed: ReadonlyMap<string, string>; readonly currency: string | null },
): readonly ExceptionTruth[] => {
  const { name: plant, source, entity, entityId } = one;
  const codes = [...(one.code === null ? [] : [one.code]), ...one.alsoCodes];
  return codes.map((code) => ({
    code,
    source,
    entity,
    entityId,
    currency: WITHOUT_MONEY.has(code)
      ? null
      : isLeftOutWhole(koard, one)
        ? currency
        : (assumed.get(entityId) ?? one.currency),
    amountMinor: amountOf(code, one, koard),
    plant,
  }));
};

/** A batch that breaks no rule by itself, and is counted otherwise than its processor usually counts. */
const leavingTheUsual = (one: Planted, koard: SettlementWorld): readonly ExceptionTruth[] => {
  const ordinal = one.batchId === null ? undefined : koard.ordinalOf(one.batchId);
  if (one.code !== null || one.source !== "koard" || ordinal === undefined) return [];
  const [own, usual] = [basisOf(koard.changes(ordinal)), usualBasis(koard, koard.header(ordinal))];
  if (own.captured === usual.captured && own.refunded === usual.refunded) return [];
  return [
    {
      ...{ code: "BASIS_ALTERNATIVE", source: "koard", entity: "batch", entityId: koard.batchId(ordinal) },
      ...{ currency: one.currency, amountMinor: offUsual(koard, one.batchId), plant: one.name },
    },
  ];
};

// By batch: the currency that is assumed for it. A batch with a header that breaks its spec is in no report.
const assumedBatches = (koard: SettlementWorld, currency: string | null): ReadonlyMap<string, string> => {
  const batches = new Map<string, string>();
  if (currency === null) return batches;
  for (const ordinal of koard.ordinals()) {
    const isListed = koard.changes(ordinal).every(({ shows }) => shows?.header === undefined);
    if (isListed && isWithoutCurrency(koard, ordinal)) batches.set(koard.batchId(ordinal), currency);
  }
  return batches;
};

const ofAssumed = ([entityId, currency]: readonly [string, string]): ExceptionTruth => ({
  code: "ASSUMED_CURRENCY",
  source: "koard",
  entity: "batch",
  entityId,
  currency,
  amountMinor: null,
  plant: null,
});

const ofUncounted = ({ processor, currency, amountMinor }: Uncounted): ExceptionTruth => ({
  code: "REFUNDS_NOT_COUNTED",
  source: "koard",
  entity: "processor",
  entityId: `${processor}/${currency}`,
  currency,
  amountMinor: String(amountMinor),
  plant: null,
});

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
): readonly ExceptionTruth[] => {
  const assumed = assumedBatches(koard, assumedCurrency);
  return [
    ...[...koard.planted, ...record.planted]
      .filter((one) => isSeen(one, koard.night))
      .flatMap((one) => [
        ...ofPlanted(one, koard, { assumed, currency: assumedCurrency }),
        ...leavingTheUsual(one, koard),
      ]),
    ...refundsNotCounted(koard).map(ofUncounted),
    ...[...assumed].map(ofAssumed),
    ...cohorts.flatMap(ofCohort),
  ];
};
