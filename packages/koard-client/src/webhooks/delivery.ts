import { OptionInvalid } from "@tieout/http";
import { KoardEventRejected } from "./KoardEventRejected.ts";
import { bytesOf, type RawBody } from "./raw-body.ts";
import type { SigningKey } from "./SigningKey.ts";

/** Headers as the platform has them, or as Node's `request.headers`. */
export type DeliveredHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What came to the address of a webhook. The platform's `Request` is one. */
export interface Delivery {
  readonly headers: DeliveredHeaders;
  /**
   * The body exactly as it came; `null` is an empty one. Parsed and serialised again it is another, and the signature no
   * longer fits.
   */
  readonly body: RawBody | null;
}

/** What a delivery says of itself. */
export interface Envelope {
  readonly id: string;
  readonly sentAtMs: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How far the clock of the sender may be off, and how long a delivery may take. */
const TOLERANCE_MS = 5 * 60_000;

/** Signatures looked at; while a secret is changed there are two. */
const MAX_SIGNATURES = 10;

/** Svix's own names, and those of the Standard Webhooks that it signs alike. A delivery has one set of them. */
const PREFIXES = ["svix", "webhook"] as const;

/**
 * Holds a delivery against its signature (Koard fact 4: Svix). Throws `KoardEventRejected`, and `OptionInvalid` for what
 * is no delivery.
 */
export const verified = async (
  delivery: Delivery,
  keys: readonly SigningKey[],
  nowMs: number,
): Promise<Envelope> => {
  const { headers, body } = partsOf(delivery);
  const prefix = PREFIXES.find((name) => headerOf(headers, `${name}-id`) !== "") ?? "svix";
  const id = headerOf(headers, `${prefix}-id`);
  const timestamp = headerOf(headers, `${prefix}-timestamp`);
  const signatures = headerOf(headers, `${prefix}-signature`)
    .split(" ")
    .filter((signature) => signature.startsWith("v1,"));
  if (id === "" || !/^\d{1,12}$/.test(timestamp) || signatures.length === 0) {
    throw new KoardEventRejected(
      "unsigned",
      "svix-id, svix-timestamp and a svix-signature of version 1 belong to it, or the same as webhook-…",
    );
  }

  const sentAtMs = Number(timestamp) * 1000;
  const offMs = nowMs - sentAtMs;
  // Asked this way round, a clock that gives no number lets nothing in.
  if (!(Math.abs(offMs) <= TOLERANCE_MS)) {
    const off = `${Math.abs(Math.round(offMs / 1000))} s ${offMs > 0 ? "ago" : "from now"}`;
    throw new KoardEventRejected("untimely", `it was signed ${off}, and 300 s are allowed`);
  }

  const bytes = await bytesOf(body);
  const content = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  for (const signature of signatures.slice(0, MAX_SIGNATURES)) {
    for (const key of keys) {
      if (await key.hasSigned(content, signature.slice("v1,".length))) return { id, sentAtMs, bytes };
    }
  }
  throw new KoardEventRejected("forged", "no signature is right under any of the secrets given");
};

/** What is read of a delivery, or of its headers, throws where a getter or a `Proxy` does. */
const readable = <Read>(option: string, read: () => Read): Read => {
  try {
    return read();
  } catch {
    const [expected, actual] = ["a value that can be read", "one that throws"];
    throw new OptionInvalid({ of: "receive", option, expected, actual });
  }
};

const partsOf = (delivery: unknown): { readonly headers: object; readonly body: unknown } => {
  const { headers, body, bodyUsed } = readable("delivery", () => {
    const parts: { readonly [Part in "headers" | "body" | "bodyUsed"]?: unknown } = Object(delivery);
    return { headers: parts.headers, body: parts.body, bodyUsed: parts.bodyUsed };
  });
  if (typeof headers !== "object" || headers === null) {
    const expected = "a Request, or an object with the headers and the body as they came";
    throw new OptionInvalid({ of: "receive", option: "delivery", expected, actual: "one without headers" });
  }
  if (bodyUsed === true) {
    const expected = "a Request whose body nobody has read";
    throw new OptionInvalid({ of: "receive", option: "body", expected, actual: "one that was read already" });
  }
  return { headers, body: body === null ? "" : body };
};

/** A header's text, whatever the case of its name; empty where it is missing or there several times. */
const headerOf = (headers: object, name: string): string =>
  readable("headers", () => {
    // By its method: it may be a class of another realm or of a framework.
    if ("get" in headers && typeof headers.get === "function") return String(headers.get(name) ?? "");
    const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
    return typeof value === "string" ? value : "";
  });

const joined = (start: Uint8Array, end: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(start.length + end.length);
  whole.set(start);
  whole.set(end, start.length);
  return whole;
};
