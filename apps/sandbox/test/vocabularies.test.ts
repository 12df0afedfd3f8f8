// Proves that what the sandbox says is what the specs say: a word that is renamed in a spec is noticed here, also where the
// spec takes any other word too.

import { vocabularies as koard } from "@tieout/koard";
import { vocabularies as record } from "@tieout/record";
import { expect, it, onTestFinished } from "vitest";
import { type Asking, asking } from "./asking.ts";
import { readBatches, readCredentialBatches } from "./reading-everything.ts";

/** Every word that the sandbox says of a vocabulary, by the vocabulary's name; each has to say some. */
const saidBy = async (sandbox: Asking): Promise<Readonly<Record<string, ReadonlySet<string>>>> => {
  const batches = await readBatches(sandbox);
  const rows = batches.flatMap(({ transactions }) => transactions);
  const { terminals } = (await sandbox.koard("/v2/terminals")).body;
  const account = (await sandbox.koard(`/v1/accounts/${batches[0].account_id}`)).body;
  const credentials = await readCredentialBatches(sandbox);
  const words = (all: readonly (string | null | undefined)[]) =>
    new Set(all.filter((word) => typeof word === "string"));
  return {
    "koard BatchStatus": words(batches.map(({ status }) => status)),
    "koard TransactionStatus": words(rows.map(({ status }) => status)),
    "koard Transaction.status_reason": words(rows.map((row) => row.status_reason)),
    "koard Transaction.transaction_type": words(rows.map((row) => row.transaction_type)),
    "koard AccountType": words([account.type]),
    "koard KnownTerminalStatus": words(terminals.map(({ status }: { status: string }) => status)),
    "record Mode": words(credentials.map(({ mode }) => mode)),
    "record BatchStatus": words(credentials.map(({ status }) => status)),
  };
};

it("a sandbox without planted errors says no word that its specs do not know", async () => {
  const known = new Map<string, readonly string[]>([
    ...Object.entries(koard).map(([name, words]) => [`koard ${name}`, words] as const),
    ...Object.entries(record).map(([name, words]) => [`record ${name}`, words] as const),
  ]);
  for (const [name, said] of Object.entries(await saidBy(await asking(onTestFinished, { clean: true })))) {
    expect(known.get(name), name).toEqual(expect.arrayContaining([...said]));
    expect(said.size, name).toBeGreaterThan(0);
  }
});
