import { HOUR } from "../world/calendar.ts";
import { type Draws, drawsFor, PURPOSE } from "../world/draws.ts";
import { identifierOf, KIND } from "../world/identifiers.ts";
import type { Planted, Planting, PlantName } from "../world/planting.ts";
import { adjustTip, approvePartly, type BatchChange, type Changes, refund } from "./changes.ts";
import { type BatchPlan, minutesInto, planOf, type SettlementShape } from "./plan.ts";
import { capturedOf, type Row, rowOf } from "./rows.ts";

/** What planting needs of a batch that was chosen for it. */
interface Target {
  readonly shape: SettlementShape;
  readonly plan: BatchPlan;
  /** A transaction that moved money and has no refund or reversal yet. */
  readonly row: Row;
  readonly draws: Draws;
  /** Which one of its name, from 0. */
  readonly nth: number;
}

type Facts = Pick<
  Planted,
  "code" | "alsoCodes" | "entity" | "entityId" | "fromNight" | "mendedOnNight" | "amountMinor"
>;

interface Plant {
  /** How many days before today the batch was opened. */
  readonly age: (nth: number) => readonly [min: number, max: number];
  readonly plant: (target: Target) => { readonly changes: readonly BatchChange[]; readonly facts: Facts };
}

const RECENT = [4, 30] as const;
const BEYOND_WINDOW = [37, 60] as const;

const ofBatch = (plan: BatchPlan, code: string | null, fromNight = 1): Facts => ({
  code,
  alsoCodes: [],
  entity: "batch",
  entityId: plan.id,
  fromNight,
  mendedOnNight: null,
  amountMinor: null,
});

const ofTransaction = ({ shape, row }: Target, code: string | null, fromNight: number): Facts => ({
  code,
  alsoCodes: [],
  entity: "transaction",
  entityId: identifierOf(shape.seed, KIND.transaction, { ordinal: row.origin, row: row.index }),
  fromNight,
  mendedOnNight: null,
  amountMinor: null,
});

const reopened = ({ shape, row, draws }: Target): readonly BatchChange[] => {
  const closedAtMs = minutesInto(shape, 1, 18 * HOUR) + draws.int(0, 59_999);
  const tipMinor = Math.round(row.subtotal / 5) + (row.tip ?? 0);
  return [
    { fromNight: 2, untilNight: 3, status: "open", closedAtMs: null },
    { fromNight: 3, untilNight: 4, status: "submitted", closedAtMs },
    { fromNight: 4, closedAtMs },
    { fromNight: 3, row: { index: row.index, edit: (before) => adjustTip(before, tipMinor, "fixed") } },
  ];
};

const PLANTS: Readonly<Partial<Record<PlantName, Plant>>> = {
  "captured-mismatch": {
    age: () => RECENT,
    plant: ({ plan }) => ({
      changes: [{ fromNight: 1, capturedDeltaMinor: 1727 }],
      facts: { ...ofBatch(plan, "CAPTURED_MISMATCH"), amountMinor: "1727" },
    }),
  },
  "settlement-rejected": {
    age: () => RECENT,
    plant: ({ plan }) => ({
      changes: [{ fromNight: 1, status: "rejected" }],
      facts: ofBatch(plan, "SETTLEMENT_REJECTED"),
    }),
  },
  "partially-accepted": {
    age: () => RECENT,
    plant: ({ plan }) => ({
      changes: [{ fromNight: 1, status: "partially_accepted" }],
      facts: ofBatch(plan, "PARTIALLY_ACCEPTED"),
    }),
  },
  "partial-approval": {
    age: () => RECENT,
    plant: (target) => {
      const authorizedMinor = Math.floor((target.row.total * 16) / 25);
      const edit = (row: Row): Row => approvePartly(row, authorizedMinor);
      return {
        changes: [{ fromNight: 1, row: { index: target.row.index, edit } }],
        facts: {
          ...ofTransaction(target, "PARTIAL_APPROVAL", 1),
          amountMinor: String(target.row.total - authorizedMinor),
        },
      };
    },
  },
  "late-refund": {
    // The first hits a batch that has left the report's window, the others one inside it.
    age: (nth) => (nth === 0 ? BEYOND_WINDOW : [8, 30]),
    plant: (target) => {
      const amountMinor = target.nth % 2 === 0 ? target.row.total : Math.ceil(target.row.total / 3);
      const fromNight = target.nth < 2 ? 2 : 3;
      return {
        changes: [{ fromNight, row: { index: target.row.index, edit: (row) => refund(row, amountMinor) } }],
        facts: { ...ofTransaction(target, null, fromNight), amountMinor: String(amountMinor) },
      };
    },
  },
  "batch-reopened": {
    age: () => RECENT,
    plant: (target) => ({
      changes: reopened(target),
      facts: { ...ofBatch(target.plan, "BATCH_REOPENED", 2), alsoCodes: ["OPEN_TOO_LONG"], mendedOnNight: 3 },
    }),
  },
  "batch-vanished": {
    age: () => RECENT,
    plant: ({ plan }) => ({
      changes: [{ fromNight: 3, isGone: true }],
      facts: ofBatch(plan, "BATCH_VANISHED", 3),
    }),
  },
};

// An amount of 17.27 is 17.27 only in a currency with two decimals.
const fits = (name: PlantName, plan: BatchPlan): boolean =>
  name !== "captured-mismatch" || plan.site.currency === "USD";

const plainRow = (seed: number, plan: BatchPlan): Row | undefined => {
  for (let index = 0; index < plan.size; index++) {
    const row = rowOf(seed, plan, index, true);
    const isUntouched = (row.refunded ?? 0) === 0 && (row.reversed ?? 0) === 0;
    if (isUntouched && row.tip === null && capturedOf(row) !== undefined) return row;
  }
  return undefined;
};

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
  const planted: Planted[] = [];
  for (const [name, nth] of plantings.flatMap(({ name, count }) =>
    Array.from({ length: count }, (_, n) => [name, n] as const),
  )) {
    const plant = PLANTS[name];
    if (plant === undefined) continue;
    const draws = drawsFor(
      shape.seed,
      PURPOSE.planting,
      nth,
      ...name.split("").map((letter) => letter.charCodeAt(0)),
    );
    const target = chooseTarget(
      shape,
      plant.age(nth),
      draws,
      (plan) => fits(name, plan) && !changes.has(plan.ordinal),
    );
    if (target === undefined) continue;
    const { changes: made, facts } = plant.plant({ shape, draws, nth, ...target });
    changes.set(target.plan.ordinal, made);
    planted.push({ name, source: "koard", currency: target.plan.site.currency, ...facts });
  }
  return { changes, planted };
};

/** Batches are tried from a drawn place on, and no more than these. */
const MOST_TRIES = 100_000;

const chooseTarget = (
  shape: SettlementShape,
  [min, max]: readonly [number, number],
  draws: Draws,
  isFree: (plan: BatchPlan) => boolean,
): Pick<Target, "plan" | "row"> | undefined => {
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
