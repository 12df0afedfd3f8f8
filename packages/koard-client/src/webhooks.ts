import {
  A_CLOCK,
  A_FUNCTION,
  type AnswerCheck,
  type CheckContext,
  ContractBroken,
  checkOptions,
  type OnViolation,
  OptionInvalid,
  type OptionRules,
  type Secret,
  systemTiming,
  type Timing,
} from "@tieout/http";
import { errors } from "./errors.ts";
import type { OtherEvent, TransactionEvent } from "./generated/schemas.ts";
import { webhookValidators } from "./generated/validators.js";
import { type Delivery, verified } from "./webhooks/delivery.ts";
import { KoardEventRejected } from "./webhooks/KoardEventRejected.ts";
import { SigningKey } from "./webhooks/SigningKey.ts";

export type { DeliveredHeaders, Delivery } from "./webhooks/delivery.ts";
export { KoardEventRejected, type RejectionReason } from "./webhooks/KoardEventRejected.ts";
export type { RawBody } from "./webhooks/raw-body.ts";

/** What every event carries beside what it is about. */
interface Received {
  /** The same when an event comes twice: keep it, and take each once. */
  readonly id: string;
  /** When it was signed, in milliseconds since the epoch. Events may come out of order. */
  readonly sentAtMs: number;
}

/**
 * An event of Koard. `event` is its name; names are an open set. Where it begins with `transaction.` the kind is
 * `transaction` and `data` the transaction; of any other kind nothing is known but that `data` is an object.
 */
export type KoardEvent =
  | (Received & TransactionEvent & { readonly kind: "transaction" })
  | (Received & OtherEvent & { readonly kind: "other" });

/** What events are held against. */
export interface KoardWebhooksOptions {
  /** `whsec_…`, as the developer portal shows it. While it is changed, the old and the new one. */
  readonly secret: string | Secret | readonly (string | Secret)[];
  /** Is told about every member left out of an event because it breaks the spec. */
  readonly onViolation?: OnViolation | undefined;
  /** Default: the real clock. */
  readonly timing?: Pick<Timing, "now"> | undefined;
}

/** Takes the events that Koard sends to an address of yours. */
export interface KoardWebhooks {
  /**
   * Verifies a delivery, and reads it. Answer 2xx once this resolves and what it says is stored; Svix sends it again
   * otherwise. Throws `KoardEventRejected`, and `OptionInvalid` for what is not a delivery as it came: a parsed body.
   */
  readonly receive: (delivery: Delivery) => Promise<KoardEvent>;
}

/**
 * Opens the receiving end of Koard's webhooks. Throws `OptionInvalid` for a secret that is none.
 *
 * That Koard signs by Svix is inferred (Koard fact 4): its accounts are set up with a Svix application.
 */
export const createKoardWebhooks = (options: KoardWebhooksOptions): KoardWebhooks => {
  const { secret, onViolation, timing = systemTiming } = checkOptions("createKoardWebhooks", options, RULES);
  const keys = [secret].flat().map((one) => new SigningKey(one));
  return {
    receive: async (delivery) => {
      const { id, sentAtMs, bytes } = await verified(delivery, keys, nowMsOf(timing));
      return { id, sentAtMs, ...eventOf(bytes, onViolation) };
    },
  };
};

/** Without a clock nothing is timely: what one throws lets nothing in, and the platform's own would not be the one asked for. */
const nowMsOf = (timing: Pick<Timing, "now">): number => {
  try {
    return timing.now();
  } catch {
    const expected = "a clock that gives the time";
    throw new OptionInvalid({ of: "receive", option: "timing.now", expected, actual: "one that throws" });
  }
};

const RULES: OptionRules = {
  secret: {
    expected: "a secret, or a list of at least one",
    takes: (value) => value !== null && (!Array.isArray(value) || value.length > 0),
    isRequired: true,
  },
  onViolation: A_FUNCTION,
  timing: A_CLOCK,
};

const eventOf = (bytes: Uint8Array, onViolation: OnViolation | undefined) => {
  const body = parsed(bytes);
  const other = checked(webhookValidators.otherEvent, body, {
    operation: "receiveOtherEvent",
    onViolation,
  });
  if (!other.event.startsWith("transaction.")) return { kind: "other", ...other } as const;
  const event = checked(webhookValidators.transactionEvent, body, {
    operation: "receiveTransactionEvent",
    onViolation,
  });
  return { kind: "transaction", ...event } as const;
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message would quote the body.
    throw new KoardEventRejected("broken", `${bytes.length} bytes that are no JSON`);
  }
};

const checked = <Event>(
  check: AnswerCheck<Event>,
  body: unknown,
  told: Pick<CheckContext, "operation" | "onViolation">,
): Event => {
  try {
    return check(body, { api: "Koard", errors, ...told }).body;
  } catch (error) {
    if (!(error instanceof ContractBroken)) throw error;
    throw new KoardEventRejected("broken", `${error.path}: expected ${error.expected}, got ${error.actual}`);
  }
};
