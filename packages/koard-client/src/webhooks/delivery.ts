import { KoardEventRejected } from "./KoardEventRejected.ts";
import type { SigningKey } from "./SigningKey.ts";

/** Headers as the platform has them, or as Node's `request.headers`. */
export type DeliveredHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What came to the address of a webhook. */
export interface Delivery {
  readonly headers: DeliveredHeaders;
  /** The body exactly as it came. Parsed and serialised again it is another, and the signature no longer fits. */
  readonly body: string | Uint8Array;
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

/** Holds a delivery against its signature (Koard fact 4: Svix). Throws `KoardEventRejected`. */
export const verified = async (
  { headers, body }: Delivery,
  keys: readonly SigningKey[],
  nowMs: number,
): Promise<Envelope> => {
  const id = headerOf(headers, "svix-id");
  const timestamp = headerOf(headers, "svix-timestamp");
  const signatures = headerOf(headers, "svix-signature")
    .split(" ")
    .filter((signature) => signature.startsWith("v1,"));
  if (id === "" || !/^\d{1,12}$/.test(timestamp) || signatures.length === 0) {
    throw new KoardEventRejected(
      "unsigned",
      "svix-id, svix-timestamp and a svix-signature of version 1 belong to it",
    );
  }

  const sentAtMs = Number(timestamp) * 1000;
  const offMs = nowMs - sentAtMs;
  if (Math.abs(offMs) > TOLERANCE_MS) {
    const off = `${Math.abs(Math.round(offMs / 1000))} s ${offMs > 0 ? "ago" : "from now"}`;
    throw new KoardEventRejected("untimely", `it was signed ${off}, and 300 s are allowed`);
  }

  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : Uint8Array.from(body);
  const content = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  for (const signature of signatures.slice(0, MAX_SIGNATURES)) {
    for (const key of keys) {
      if (await key.hasSigned(content, signature.slice("v1,".length))) return { id, sentAtMs, bytes };
    }
  }
  throw new KoardEventRejected("forged", "no signature is right under any of the secrets given");
};

/** A header's text, whatever the case of its name; empty where it is missing or there several times. */
const headerOf = (headers: DeliveredHeaders, name: string): string => {
  if (headers instanceof Headers) return headers.get(name) ?? "";
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === "string" ? value : "";
};

const joined = (start: Uint8Array, end: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(start.length + end.length);
  whole.set(start);
  whole.set(end, start.length);
  return whole;
};
