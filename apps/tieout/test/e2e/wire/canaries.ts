import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listening } from "../../listening.ts";
import type { SandboxProcess } from "../sandbox-process.ts";

/** Stands in every key and in whatever is personal, so that one search finds all that can be written in letters. */
const CANARY = "c4n4ry";

/** The keys that a run is given. */
const KEYS = {
  RECORD_API_TOKEN: `sk_live_${CANARY}-0f-rec0rd-71aa`,
  KOARD_API_KEY: `${CANARY}_0f_k0ard_93bb`,
} as const;

const CARD = "4000123412341234";
const CARD_END = "7707";

/** What must stand nowhere: the canary, cards, and the keys as they may be written otherwise. */
export const SECRETS: readonly string[] = [
  CANARY,
  CANARY.toUpperCase(),
  CARD,
  CARD.replace(/(\d{4})(?=\d)/g, "$1 "),
  `******${CARD_END}`,
  ...Object.values(KEYS).flatMap((key) =>
    (["base64", "base64url", "hex"] as const).map((form) => Buffer.from(key).toString(form)),
  ),
];

/** An error body such as a careless service writes: the key it was asked with, and whom it was about. */
const careless = (key: string) => ({
  error: "refused",
  detail:
    `key ${key} may not see ${CANARY}.person@people.example, card ${CARD}, 4000 1234 1234 1234, ` +
    `https://credentials.example/${CANARY}?token=${CANARY}`,
});

interface Json {
  [name: string]: unknown;
}

const recipient = (nth: number): Json => ({
  name: nth === 3 ? [`${CANARY} Liszt`] : `${CANARY} Person ${nth}`,
  email: nth === 5 ? { [CANARY]: `${CANARY}@people.example` } : `${CANARY}.${nth}@people.example`,
  credentialUrl: `https://credentials.example/${CANARY}/${nth}`,
  phone: `${CANARY} 555`,
});

const transaction = (nth: number): Json => ({
  card: nth % 2 === 0 ? CARD : `400012******${CARD_END}`,
  reader_identifier: `reader-${CANARY}-${nth}`,
  device_id: `device-${CANARY}-${nth}`,
  merchant_name: `Shop of ${CANARY}`,
  cardholder_name: `${CANARY} Holder`,
  additional_details: { note: `${CANARY} called`, email: `${CANARY}@people.example` },
});

let count = 0;

/** The answer with whatever is personal in it exchanged for canaries. */
const planted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, planted(member)]));
  count += 1;
  if ("recipientId" in members) return { ...members, ...recipient(count) };
  if ("transaction_id" in members) return { ...members, ...transaction(count) };
  return members;
};

/** Headers and body of what the sandbox answers where it answers at all. */
const asked = (sandbox: SandboxProcess, request: IncomingMessage): Promise<Response> => {
  const isRecord = request.url?.startsWith("/record/") ?? false;
  const { RECORD_API_TOKEN, KOARD_API_KEY } = sandbox.env;
  const headers: Record<string, string> = isRecord
    ? { authorization: `Bearer ${RECORD_API_TOKEN}` }
    : { "x-koard-apikey": KOARD_API_KEY };
  return fetch(`http://127.0.0.1:${sandbox.port}${request.url}`, { headers, redirect: "manual" });
};

const keyOf = ({ headers }: IncomingMessage): string =>
  String(headers["x-koard-apikey"] ?? headers.authorization);

/** A body with canaries; of a fault of the sandbox, which is half of the JSON or a page, what there is of it. */
const bodyOf = (text: string): string => {
  try {
    return JSON.stringify(planted(JSON.parse(text)));
  } catch {
    return `${text.slice(0, 200)} ${CANARY}`;
  }
};

const passOn = async (
  sandbox: SandboxProcess,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const answer = await asked(sandbox, request);
  const text = await answer.text();
  const retryAfter = answer.headers.get("retry-after");
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "x-request-id": `${CANARY}@people.example`,
    ...(retryAfter === null ? {} : { "retry-after": retryAfter }),
  });
  response.end(answer.ok ? bodyOf(text) : JSON.stringify(careless(keyOf(request))));
};

/**
 * A server before the sandbox that has canaries for whatever is personal, and repeats keys in its errors. An answer
 * that breaks off breaks off here as well. `refuses` says which requests it answers with a status of its own.
 */
export const startCanaries = async (
  sandbox: SandboxProcess,
  refuses: (url: string) => number | undefined = () => undefined,
): Promise<Readonly<Record<string, string>>> => {
  const server = createServer((request, response) => {
    const status = refuses(request.url ?? "");
    if (status === undefined) return void passOn(sandbox, request, response).catch(() => response.destroy());
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(careless(keyOf(request))));
  });
  const origin = `http://127.0.0.1:${await listening(server)}`;
  return {
    ...KEYS,
    RECORD_BASE_URL: sandbox.env.RECORD_BASE_URL.replace(/^http:\/\/[^/]+/, origin),
    KOARD_BASE_URL: sandbox.env.KOARD_BASE_URL.replace(/^http:\/\/[^/]+/, origin),
  };
};
