import { addressBelow, type Receiver } from "../../config/message-settings.ts";
import { isDone } from "../../ledger/outcomes/RunOutcome.ts";
import { type Delivery, posting } from "./deliver.ts";

const BODY_BYTES_MAX = 10_000;

const TEXT = { "content-type": "text/plain; charset=utf-8" } as const;

/** As much of a text as a ping may have. */
const shortened = (text: string): string =>
  Buffer.from(text)
    .subarray(0, BODY_BYTES_MAX)
    .toString("utf8")
    .replace(/\ufffd$/, "");

/** The ping of a run that begins. */
export const startPing = (url: Receiver): Delivery => ({
  to: "The ping",
  attempt: posting(addressBelow(url, "/start"), "", TEXT),
});

/** The ping of a run that ended; `summary` says in words how. */
export const endPing = (url: Receiver, exit: number, summary: string): Delivery => ({
  to: "The ping",
  attempt: posting(addressBelow(url, isDone(exit) ? "" : `/${exit}`), shortened(summary), TEXT),
});
