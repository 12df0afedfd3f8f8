/** How declared totals are counted, where it is not the usual way: captured gross, and refunds on the originals. */
export interface Basis {
  readonly captured?: "before_reversals" | "net_of_refunds";
  readonly refunded?: "refund_rows" | "both";
}

/** By processor name, how all of its batches declare their totals. */
export type Counting = ReadonlyMap<string, Basis>;

const BASES: Readonly<Record<string, Basis>> = {
  before_reversals: { captured: "before_reversals" },
  net_of_refunds: { captured: "net_of_refunds" },
  refund_rows: { refunded: "refund_rows" },
  both: { refunded: "both" },
};

/** The names of the ways of counting that a processor can be given. */
export const BASIS_NAMES: readonly string[] = Object.keys(BASES);

/** A list of ways of counting could not be read. */
export class CountingUnknown extends Error {
  override readonly name = "CountingUnknown";
}

/** Reads `Fiserv=refund_rows,Payroc=net_of_refunds`; a processor may stand in it twice. Throws {@link CountingUnknown}. */
export const parseCounting = (text: string): Counting => {
  const counting = new Map<string, Basis>();
  for (const part of text.split(",")) {
    const [processor = "", name = "", ...rest] = part.trim().split("=");
    const basis = Object.hasOwn(BASES, name) ? BASES[name] : undefined;
    if (processor === "" || basis === undefined || rest.length > 0)
      throw new CountingUnknown(
        `"${part.trim()}" must be PROCESSOR=BASIS, a basis one of ${BASIS_NAMES.join(", ")}`,
      );
    counting.set(processor, { ...counting.get(processor), ...basis });
  }
  return counting;
};
