/**
 * Irregularities that the world can hold, by name: what is wrong, and from which night on.
 *
 * Every one that finds a place is listed in the truth. A world too small for one goes without it.
 */
export const PLANTS = {
  "captured-mismatch": "a batch declares 17.27 more than its transactions add up to",
  "settlement-rejected": "a batch with money in it was rejected by the processor",
  "partially-accepted": "the processor accepted a batch in part",
  "partial-approval": "a transaction was approved for less than its total",
  "late-refund": "a refund of a transaction in a batch accepted long ago, from night 2 or 3 on",
  "batch-reopened": "an accepted batch is open again on night 2, and closed with another tip from night 3 on",
  "batch-vanished": "an accepted batch is gone from night 3 on",
  "count-mismatch": "a credential batch declares five more than were issued; mended on night 3",
  "program-missing": "a programme with credentials is not listed until night 2",
  "status-processing": "a credential batch is still processing until night 3",
} as const;

/** The name of an irregularity. */
export type PlantName = keyof typeof PLANTS;

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

/** One irregularity that was planted, as the truth lists it. */
export interface Planted {
  readonly name: PlantName;
  /** The exception that a report must show while it lasts, or `null` where there is only a changed figure. */
  readonly code: string | null;
  /** Exceptions of the same entity that follow from it. */
  readonly alsoCodes: readonly string[];
  readonly source: "koard" | "record";
  readonly entity: "batch" | "transaction" | "credential_batch" | "program";
  readonly entityId: string;
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

const isPlantName = (name: string): name is PlantName => Object.hasOwn(PLANTS, name);

/** Reads `captured-mismatch:3,late-refund`; a name without a count means one. Throws {@link PlantingUnknown}. */
export const parsePlantings = (text: string): readonly Planting[] =>
  text.split(",").map((part) => {
    const [name = "", count = "1", ...rest] = part.trim().split(":");
    if (!isPlantName(name)) {
      throw new PlantingUnknown(
        `no irregularity is called "${name}"; known: ${Object.keys(PLANTS).join(", ")}`,
      );
    }
    if (rest.length > 0 || !/^\d{1,4}$/.test(count)) {
      throw new PlantingUnknown(`"${part.trim()}" must be ${name} or ${name}:COUNT`);
    }
    return { name, count: Number(count) };
  });
