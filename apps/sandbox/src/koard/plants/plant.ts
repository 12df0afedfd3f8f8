import type { Draws } from "../../world/draws.ts";
import { identifierOf, KIND } from "../../world/identifiers.ts";
import type { Planted } from "../../world/planting.ts";
import type { PlantName } from "../../world/plants.ts";
import type { BatchChange } from "../changes.ts";
import type { BatchPlan, SettlementShape } from "../plan.ts";
import { capturedOf, type Row } from "../rows.ts";

/** A batch with a transaction that moved money and has no refund, reversal or tip yet. */
export interface Place {
  readonly plan: BatchPlan;
  readonly row: Row;
}

/** What planting needs of a batch that was chosen for it. */
export interface Target extends Place {
  readonly shape: SettlementShape;
  readonly draws: Draws;
  /** Which one of its name, from 0. */
  readonly nth: number;
  /** One more batch of the same currency and processor, where the plant asks for one, which nothing else is planted in. */
  readonly another: () => Place | undefined;
}

/** What the truth is told about an irregularity, beside its name and the currency of its terminal. */
export type Facts = Pick<
  Planted,
  "code" | "alsoCodes" | "entity" | "entityId" | "fromNight" | "mendedOnNight" | "amountMinor"
> &
  Partial<Pick<Planted, "currency" | "batchId">>;

/** What comes of a plant: of the batch that was chosen, and of others that it needs. */
interface Made {
  readonly changes: readonly BatchChange[];
  readonly facts: Facts;
  readonly others?: readonly { readonly plan: BatchPlan; readonly changes: readonly BatchChange[] }[];
  /** What else can be seen of it. */
  readonly also?: readonly Facts[];
}

/** How an irregularity is planted in Koard's half of the world. */
export interface Plant {
  /** How many days before today the batch was opened. */
  readonly age: (nth: number) => readonly [min: number, max: number];
  /** The only currency in which it makes sense. */
  readonly currency?: string;
  /** The only processor whose way of counting shows it. */
  readonly processor?: string;
  /** `undefined` where it needs what this world does not have. */
  readonly plant: (target: Target) => Made | undefined;
}

/** Plants by name. */
export type Plants = Readonly<Partial<Record<PlantName, Plant>>>;

/** Young enough for every report's window, old enough to be accepted. */
export const RECENT = [4, 30] as const;

/** Facts about a batch. */
export const ofBatch = (
  { plan }: Pick<Place, "plan">,
  code: string | null,
  more: Partial<Facts> = {},
): Facts => ({
  code,
  alsoCodes: [],
  entity: "batch",
  entityId: plan.id,
  fromNight: 1,
  mendedOnNight: null,
  amountMinor: null,
  ...more,
});

/** Facts about the transaction of a place. */
export const ofTransaction = (
  { shape, row }: Pick<Target, "shape" | "row">,
  code: string | null,
  more: Partial<Facts> = {},
): Facts => ({
  code,
  alsoCodes: [],
  entity: "transaction",
  entityId: identifierOf(shape.seed, KIND.transaction, { ordinal: row.origin, row: row.index }),
  fromNight: 1,
  mendedOnNight: null,
  amountMinor: null,
  ...more,
});

/** A change from the first night on. */
export const always = (change: Omit<BatchChange, "fromNight">): readonly BatchChange[] => [
  { fromNight: 1, ...change },
];

/** An irregularity of a whole batch that needs nothing but itself. */
export const simple = (
  code: string,
  change: Omit<BatchChange, "fromNight">,
  more: Partial<Facts> = {},
): Plant => ({
  age: () => RECENT,
  plant: (target) => ({ changes: always(change), facts: ofBatch(target, code, more) }),
});

/** An irregularity of one transaction. */
export const edited = (code: string | null, edit: (row: Row) => Row): Plant => ({
  age: () => RECENT,
  plant: (target) => ({
    changes: always({ row: { index: target.row.index, edit } }),
    facts: ofTransaction(target, code),
  }),
});

/** What a transaction of a place added to the captured total. */
export const capturedAt = ({ row }: Pick<Place, "row">): number => capturedOf(row) ?? 0;
