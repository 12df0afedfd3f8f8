import { all } from "@tieout/http/schema";
import { koardBodies } from "../wire/koard-bodies.ts";
import { recordBodies } from "../wire/record-bodies.ts";
import { RECIPIENTS_A_BATCH, TRANSACTIONS_A_BATCH } from "../wire/shape.ts";
import * as validators from "./reference/validators.ts";

// Parses bodies and validates what was parsed, in turn, and prints the processor time of both.

const ROUNDS = 15;
/** Bytes that are parsed in a round. */
const BYTES_A_ROUND = 20_000_000;

const koard = koardBodies({ settlements: 500, transactions: TRANSACTIONS_A_BATCH });
const record = recordBodies({ credentialBatches: 500, recipients: RECIPIENTS_A_BATCH });

const BODIES = [
  ["getBatch", koard.batch(0), validators.getBatch],
  ["listBatches", koard.page(0, 500), validators.listBatches],
  ["getCredentialBatch", record.batch(0), validators.getCredentialBatch],
  ["listCredentialBatches", record.list, validators.listCredentialBatches],
] as const;

const cpuMs = (work: () => void): number => {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

const results = BODIES.map(([operation, body, schema]) => {
  const whole = all(schema);
  const text = body?.toString("utf8") ?? "";
  const times = Math.ceil(BYTES_A_ROUND / text.length);
  const rounds = Array.from({ length: ROUNDS }, () => {
    let parsed: unknown;
    const parseMs = cpuMs(() => {
      for (let at = 0; at < times; at += 1) parsed = JSON.parse(text);
    });
    const validateMs = cpuMs(() => {
      for (let at = 0; at < times; at += 1)
        if (whole(parsed) !== true) throw new Error(`${operation} is invalid`);
    });
    return { parseMs: parseMs / times, validateMs: validateMs / times };
  });
  return { operation, bytes: text.length, rounds };
});
process.stdout.write(JSON.stringify(results));
