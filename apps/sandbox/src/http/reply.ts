import { jsonText } from "./raw-json.ts";

/** What a handler answers: a status, headers beside the usual ones, and the JSON text in pieces. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made while it is sent, so that a batch of a million transactions is never held as one text. */
  readonly pieces: () => Iterable<string>;
}

/** A reply whose body is small enough to be made at once. */
export const json = (status: number, value: unknown, headers?: Readonly<Record<string, string>>): Reply => ({
  status,
  ...(headers === undefined ? {} : { headers }),
  pieces: () => [jsonText(value)],
});

/**
 * A reply of one object that ends in a long array: the object's own members first, then `name` with one item
 * after the other.
 */
export const jsonWithRows = (value: object, name: string, rows: () => Iterable<unknown>): Reply => ({
  status: 200,
  pieces: function* () {
    const start = JSON.stringify(value).slice(0, -1);
    yield `${start}${start === "{" ? "" : ","}${JSON.stringify(name)}:[`;
    let separator = "";
    for (const row of rows()) {
      yield separator + jsonText(row);
      separator = ",";
    }
    yield "]}";
  },
});

/** A reply's whole body as one text. */
export const textOf = (reply: Reply): string => [...reply.pieces()].join("");

/** What a refusal carries beside its status and text. */
export interface RefusalParts {
  /** Record's machine-readable code. */
  readonly code?: string;
  /** Koard's `detail`, where it is more than a text. */
  readonly detail?: unknown;
}

/** An API refuses: status and text, which the API's own `refusal` puts into its documented body. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: unknown;

  constructor(status: number, message: string, parts: RefusalParts = {}) {
    super(message);
    this.status = status;
    this.code = parts.code;
    this.detail = parts.detail;
  }
}
