import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { assert, describe, expect, it } from "@effect/vitest";
import { Effect } from "effect";
import { emailKey } from "../../../src/ledger/store/email-key.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";

const EMAIL = "alice@learners.example";

describe("the e-mail key", () => {
  it.effect("is made for a new ledger, readable by its owner alone, and kept", () =>
    Effect.gen(function* () {
      const ledger = join(temporaryDirectory(), "tieout.db");
      const first = yield* emailKey(ledger);
      assert.strictEqual(statSync(`${ledger}.key`).mode & 0o777, 0o600);
      const key = readFileSync(`${ledger}.key`, "utf8");
      expect(key).toMatch(/^[0-9a-f]{64}\n$/);
      const again = yield* emailKey(ledger);
      assert.strictEqual(again(EMAIL), first(EMAIL));
      assert.strictEqual(readFileSync(`${ledger}.key`, "utf8"), key);
    }),
  );

  it.effect("gives another hash in another ledger, and never the plain one that anybody could make", () =>
    Effect.gen(function* () {
      const [one, other] = [temporaryDirectory(), temporaryDirectory()];
      const hashes = [
        (yield* emailKey(join(one, "a.db")))(EMAIL),
        (yield* emailKey(join(other, "a.db")))(EMAIL),
        ...(["base64url", "hex"] as const).map((form) => createHash("sha256").update(EMAIL).digest(form)),
      ];
      assert.strictEqual(new Set(hashes).size, 4);
      expect(hashes[0]).toMatch(/^[\w-]{43}$/);
    }),
  );

  it.effect.each([
    ["empty", ""],
    ["short", "abc\n"],
    ["no hexadecimal", `${"x".repeat(64)}\n`],
    ["without its line end", "a".repeat(64)],
  ] as const)("that is %s is named and left as it is", ([, text]) =>
    Effect.gen(function* () {
      const ledger = join(temporaryDirectory(), "tieout.db");
      writeFileSync(`${ledger}.key`, text);
      const error = yield* Effect.flip(emailKey(ledger));
      assert.strictEqual(error._tag, "LedgerFailed");
      expect(error.message).toContain(`${ledger}.key`);
      assert.strictEqual(readFileSync(`${ledger}.key`, "utf8"), text);
    }),
  );

  it.effect("is made although an earlier run died while it made one, and nothing else stays", () =>
    Effect.gen(function* () {
      const directory = temporaryDirectory();
      writeFileSync(join(directory, "tieout.db.key.new"), "0123");
      yield* emailKey(join(directory, "tieout.db"));
      assert.deepStrictEqual(readdirSync(directory), ["tieout.db.key"]);
    }),
  );

  it.effect("fails where it cannot be made", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(emailKey(join(temporaryDirectory(), "no", "tieout.db")));
      expect(error.message).toContain("ENOENT");
    }),
  );

  it.effect("fails where it cannot be read, and does not take another", () =>
    Effect.gen(function* () {
      const ledger = join(temporaryDirectory(), "tieout.db");
      // A directory of that name is no file, not even for root.
      mkdirSync(`${ledger}.key`);
      chmodSync(`${ledger}.key`, 0o700);
      const error = yield* Effect.flip(emailKey(ledger));
      expect(error.message).toContain(`${ledger}.key is no file`);
      assert.isTrue(existsSync(`${ledger}.key`));
    }),
  );
});
