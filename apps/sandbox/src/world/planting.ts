import { PLANTS, type PlantName } from "./plants.ts";

/** How many of one irregularity to plant. */
export interface Planting {
  readonly name: PlantName;
  readonly count: number;
}

/** What a world holds unless asked otherwise: enough for three nights to show every part of a report. */
export const DEFAULT_PLANTINGS: readonly Planting[] = [
  { name: "captured-mismatch", count: 1 },
  { name: "settlement-rejected", count: 1 },
  { name: "partially-accepted", count: 1 },
  { name: "partial-approval", count: 1 },
  { name: "late-refund", count: 3 },
  { name: "batch-reopened", count: 1 },
  { name: "batch-vanished", count: 1 },
  { name: "count-mismatch", count: 1 },
  { name: "program-missing", count: 1 },
  { name: "status-processing", count: 1 },
];

/** What an irregularity or an exception is about. */
export type PlantedEntity =
  | "batch"
  | "transaction"
  | "credential_batch"
  | "credential"
  | "cohort"
  | "program"
  | "processor"
  | "run";

/** One irregularity that was planted, as the truth lists it. */
export interface Planted {
  readonly name: PlantName;
  /** The exception that a report must show while it lasts, or `null` where no rule is broken. */
  readonly code: string | null;
  /** Exceptions of the same entity that follow from it. */
  readonly alsoCodes: readonly string[];
  readonly source: "koard" | "record";
  readonly entity: PlantedEntity;
  readonly entityId: string;
  /** The batch that holds it, where it is something in a batch or is a batch. */
  readonly batchId: string | null;
  /** The first night on which it can be seen. */
  readonly fromNight: number;
  /** The night on which it is mended, or `null` where it stays. */
  readonly mendedOnNight: number | null;
  readonly currency: string | null;
  /** The money it is about, in minor units, or `null`. */
  readonly amountMinor: string | null;
}

/** A list of irregularities could not be read. */
export class PlantingUnknown extends Error {
  override readonly name = "PlantingUnknown";
}

/** Every name that {@link parsePlantings} knows. */
export const PLANT_NAMES: readonly string[] = Object.keys(PLANTS);

const isPlantName = (name: string): name is PlantName => Object.hasOwn(PLANTS, name);

/** Reads `captured-mismatch:3,late-refund`; a name without a count means one. Throws {@link PlantingUnknown}. */
export const parsePlantings = (text: string): readonly Planting[] =>
  text.split(",").map((part) => {
    const [name = "", count = "1", ...rest] = part.trim().split(":");
    if (!isPlantName(name)) throw new PlantingUnknown(`no irregularity is called "${name}"`);
    if (rest.length > 0 || !/^\d{1,4}$/.test(count)) {
      throw new PlantingUnknown(`"${part.trim()}" must be ${name} or ${name}:COUNT`);
    }
    return { name, count: Number(count) };
  });

/** Two lists of irregularities as one: what both name is counted together. */
export const joinPlantings = (left: readonly Planting[], right: readonly Planting[]): readonly Planting[] => {
  const counts = new Map<PlantName, number>();
  for (const { name, count } of [...left, ...right]) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].map(([name, count]) => ({ name, count }));
};
