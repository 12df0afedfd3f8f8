/**
 * Something in a 2xx answer that broke the spec and was therefore left out, or that is documented and was not there.
 * Never holds the value of a text.
 */
export interface Violation {
  /** The `operationId`. */
  readonly operation: string;
  /** JSON path into the body as it came: `$.transactions[3].total_amount`. */
  readonly path: string;
  /** What the spec wants there, in words: `integer`. */
  readonly expected: string;
  /** What was there: its value where that can be no personal data, else its kind and size. */
  readonly actual: string;
  /** The id of the item that it is, or lies in, where that item has one. */
  readonly id?: string;
  /** Whether the whole item was left out, or one field of what stayed; of a missing one `actual` is `nothing`. */
  readonly leftOut: "item" | "field";
}

/** Is told about every item and field that was left out. */
export type OnViolation = (violation: Violation) => void;
