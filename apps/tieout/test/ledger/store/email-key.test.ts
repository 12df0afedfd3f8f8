import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { assert, describe, expect, it } from "@effect/vitest";
import { Effect } from "effect";
import { placeOfFile } from "../../../src/config/ledger-place.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { emailKey } from "../../../src/ledger/store/email-key.ts";
import { olderLedger } from "../older-ledger.ts";
import { newFile } from "../opened-ledger.ts";

const EMAIL = "alice@learners.example";

/** Opens the key as a run does that holds the ledger; each call is a process of its own to the files. */
const openKey = (file: string) =>
  Effect.gen(function* () {
    yield* (yield* Ledger).acquireLease;
    return yield* emailKey(placeOfFile(file));
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));

/** Begins a run, after which there may be hashes in the ledger. */
const useLedger = (file: string) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const asOf = "2026-11-18T02:00:00.000Z";
    yield* ledger.beginRun({ book: "default", day: "2026-11-17", asOf, startedAt: asOf });
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));

const refusal = (file: string) => Effect.map(Effect.flip(openKey(file)), (error) => error.message);

describe("the e-mail key", () => {
  it.live("is made for a new ledger, readable by its owner alone, and kept", () =>
    Effect.gen(function* () {
      const ledger = newFile();
      const first = yield* openKey(ledger);
      assert.strictEqual(statSync(`${ledger}.key`).mode & 0o777, 0o600);
      const key = readFileSync(`${ledger}.key`, "utf8");
      expect(key).toMatch(/^[0-9a-f]{64}\n$/);
      const again = yield* openKey(ledger);
      assert.strictEqual(again(EMAIL), first(EMAIL));
      assert.strictEqual(readFileSync(`${ledger}.key`, "utf8"), key);
    }),
  );

  it.live("gives another hash in another ledger, and never the plain one that anybody could make", () =>
    Effect.gen(function* () {
      const hashes = [
        (yield* openKey(newFile()))(EMAIL),
        (yield* openKey(newFile()))(EMAIL),
        ...(["base64url", "hex"] as const).map((form) => createHash("sha256").update(EMAIL).digest(form)),
      ];
      assert.strictEqual(new Set(hashes).size, 4);
      expect(hashes[0]).toMatch(/^[\w-]{43}$/);
    }),
  );

  it.live.each([
    ["empty", ""],
    ["short", "abc\n"],
    ["no hexadecimal", `${"x".repeat(64)}\n`],
    ["without its line end", "a".repeat(64)],
  ] as const)("that is %s is named and left as it is", ([, text]) =>
    Effect.gen(function* () {
      const ledger = newFile();
      writeFileSync(`${ledger}.key`, text);
      expect(yield* refusal(ledger)).toContain(`${ledger}.key`);
      assert.strictEqual(readFileSync(`${ledger}.key`, "utf8"), text);
    }),
  );

  it.live("is made although an earlier run died while it made one, and nothing of that stays", () =>
    Effect.gen(function* () {
      const ledger = newFile();
      writeFileSync(`${ledger}.key.new`, "0123");
      yield* openKey(ledger);
      assert.deepStrictEqual(readdirSync(dirname(ledger)), ["tieout.db", "tieout.db.key"]);
    }),
  );

  it.live("fails where it cannot be read, and does not take another", () =>
    Effect.gen(function* () {
      const ledger = newFile();
      // A directory of that name is no file, not even for root.
      mkdirSync(`${ledger}.key`);
      expect(yield* refusal(ledger)).toContain(`${ledger}.key is no file`);
      assert.isTrue(existsSync(`${ledger}.key`));
    }),
  );

  it.live("is tied to its ledger: a missing one is not made anew, and another one is not taken", () =>
    Effect.gen(function* () {
      const ledger = newFile();
      const file = `${ledger}.key`;
      yield* openKey(ledger);
      const key = readFileSync(file, "utf8");
      rmSync(file);
      expect(yield* refusal(ledger)).toContain(`${file} is missing`);
      assert.isFalse(existsSync(file));
      writeFileSync(file, `${"0".repeat(64)}\n`);
      expect(yield* refusal(ledger)).toContain(`${file} is not the key that the ledger hashed with; restore`);
      writeFileSync(file, key);
      yield* openKey(ledger);
    }),
  );

  it.live("of a ledger of an older tieout is the one that lies beside it, and its absence is named", () =>
    Effect.gen(function* () {
      const ledger = newFile();
      yield* useLedger(ledger);
      olderLedger(ledger, 12);
      expect(yield* refusal(ledger)).toContain(`${ledger}.key is missing`);
      writeFileSync(`${ledger}.key`, `${"1".repeat(64)}\n`);
      yield* openKey(ledger);
      writeFileSync(`${ledger}.key`, `${"2".repeat(64)}\n`);
      expect(yield* refusal(ledger)).toContain("is not the key that the ledger hashed with");
    }),
  );
});
