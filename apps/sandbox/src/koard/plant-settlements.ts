import { type Draws, drawsFor, PURPOSE } from "../world/draws.ts";
import type { Planted, Planting } from "../world/planting.ts";
import type { BatchChange, Changes } from "./changes.ts";
import { type BatchPlan, planOf, type SettlementShape } from "./plan.ts";
import { CAUSE_PLANTS } from "./plants/cause-plants.ts";
import { CONVENTION_PLANTS } from "./plants/convention-plants.ts";
import { COUNTING_PLANTS } from "./plants/counting-plants.ts";
import { DECLARED_PLANTS } from "./plants/declared-plants.ts";
import type { Place, Plant, Plants } from "./plants/plant.ts";
import { READING_PLANTS } from "./plants/reading-plants.ts";
import { STATUS_PLANTS } from "./plants/status-plants.ts";
import { TRANSACTION_PLANTS } from "./plants/transaction-plants.ts";
import { WINDOW_PLANTS } from "./plants/window-plants.ts";
import { capturedOf, type Row, rowOf } from "./rows.ts";

const PLANTS: Plants = {
  ...DECLARED_PLANTS,
  ...STATUS_PLANTS,
  ...READING_PLANTS,
  ...TRANSACTION_PLANTS,
  ...WINDOW_PLANTS,
  ...COUNTING_PLANTS,
  ...CAUSE_PLANTS,
  ...CONVENTION_PLANTS,
};

const plainRow = (seed: number, plan: BatchPlan): Row | undefined => {
  for (let index = 0; index < plan.size; index++) {
    const row = rowOf(seed, plan, index, true);
    const isUntouched = (row.refunded ?? 0) === 0 && (row.reversed ?? 0) === 0;
    if (isUntouched && row.tip === null && capturedOf(row) !== undefined) return row;
  }
  return undefined;
};

/** Batches are tried from a drawn place on, and no more than these. */
const MOST_TRIES = 100_000;

const choosePlace = (
  shape: SettlementShape,
  [min, max]: readonly [number, number],
  draws: Draws,
  isFree: (plan: BatchPlan) => boolean,
): Place | undefined => {
  if (shape.batches === 0) return undefined;
  const start = draws.int(0, shape.batches - 1);
  for (let tried = 0; tried < Math.min(shape.batches, MOST_TRIES); tried++) {
    const plan = planOf(shape, (start + tried) % shape.batches);
    if (-plan.openDay < min || -plan.openDay > max || plan.isCancelled || !isFree(plan)) continue;
    const row = plainRow(shape.seed, plan);
    if (row !== undefined) return { plan, row };
  }
  return undefined;
};

/** One plant of a list, and which one of its name it is. */
interface Turn extends Pick<Planting, "name"> {
  readonly plant: Plant;
  readonly nth: number;
}

const turnsOf = (plantings: readonly Planting[]): readonly Turn[] =>
  plantings.flatMap(({ name, count }) => {
    const plant = PLANTS[name];
    return plant === undefined ? [] : Array.from({ length: count }, (_, nth) => ({ name, plant, nth }));
  });

/**
 * Chooses batches for the irregularities that Koard's half of the world is to hold.
 *
 * Each batch gets at most one, so that a report can be checked exception by exception; where no batch of
 * the right age is left, the rest of that irregularity is not planted.
 */
export const plantSettlements = (
  shape: SettlementShape,
  plantings: readonly Planting[],
): { readonly changes: Changes; readonly planted: readonly Planted[] } => {
  const changes = new Map<number, readonly BatchChange[]>();
  const taken = new Set<number>();
  const planted: Planted[] = [];
  for (const { name, plant, nth } of turnsOf(plantings)) {
    const draws = drawsFor(
      shape.seed,
      PURPOSE.planting,
      nth,
      ...name.split("").map((letter) => letter.charCodeAt(0)),
    );
    const choose = (currency: string | undefined): Place | undefined => {
      const place = choosePlace(
        shape,
        plant.age(nth),
        draws,
        ({ site, ordinal }) =>
          (currency ?? site.currency) === site.currency &&
          (plant.processor ?? site.processorName) === site.processorName &&
          !taken.has(ordinal),
      );
      if (place !== undefined) taken.add(place.plan.ordinal);
      return place;
    };
    const place = choose(plant.currency);
    if (place === undefined) continue;
    const { site, id, ordinal } = place.plan;
    const made = plant.plant({ shape, draws, nth, ...place, another: () => choose(site.currency) });
    if (made === undefined) continue;
    changes.set(ordinal, made.changes);
    for (const other of made.others ?? []) changes.set(other.plan.ordinal, other.changes);
    for (const facts of [made.facts, ...(made.also ?? [])])
      planted.push({ name, source: "koard", batchId: id, currency: site.currency, ...facts });
  }
  return { changes, planted };
};
