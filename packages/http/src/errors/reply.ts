import { cleanText, type Key } from "./clean-text.ts";

/** What came with an answer, for the error that it became. Without keys; made when somebody asks for it. */
export interface Reply {
  readonly status: number;
  readonly headers: () => Headers;
  /** The parsed body; `undefined` for one that is no JSON. */
  readonly body: () => unknown;
}

/** An answer of which the body, or its beginning, was read. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes?: Uint8Array;
}

/** Keeps an answer for an error. */
export const replyOf = ({ status, headers, bytes }: ReadAnswer, secrets: readonly Key[]): Reply => ({
  status,
  headers: () => {
    const clean = new Headers();
    for (const [name, value] of headers) clean.append(name, cleanText(value, secrets));
    return clean;
  },
  body: () => (bytes === undefined ? undefined : cleanJson(new TextDecoder().decode(bytes), secrets)),
});

const cleanJson = (text: string, secrets: readonly Key[]): unknown => {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value === "string") return cleanText(value, secrets);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([name, of]) => [cleanText(name, secrets), of]));
    });
  } catch {
    // No JSON, or nested so deep that nobody could read it.
    return undefined;
  }
};
