// Proves what is said where the database of a fleet fails, whose engine takes that for its own end.

import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { SqlError, UnknownError } from "effect/sql/SqlError";
import { failing } from "../../../src/operate/fleet/cluster/engine-failure.ts";

const said = (effect: Effect.Effect<never, unknown>) =>
  Effect.map(Effect.flip(failing(effect)), ({ problem, fault }) => [problem, fault]);

const serverSaid = (code: string, words: string) => {
  const cause = Object.assign(new Error(words), { code, severity: "ERROR" });
  return new SqlError({ reason: new UnknownError({ cause, message: "query", operation: "execute" }) });
};

describe("a failure of the engine", () => {
  it.effect("is told in the words of what is innermost, and is the end of its patience", () =>
    Effect.gen(function* () {
      const inner = new Error("no shard came");
      const outer = new Error("engine", { cause: new Error("runner", { cause: inner }) });
      for (const effect of [Effect.die(outer), Effect.fail(outer), Effect.fail(inner)])
        assert.deepStrictEqual(yield* said(effect), ["could not be used: no shard came", "interrupted"]);
      assert.deepStrictEqual(yield* said(Effect.fail("ended")), ["could not be used: ended", "interrupted"]);
    }),
  );

  it.effect("that is one of the server has the server's words and fault, however deep it lies", () =>
    Effect.gen(function* () {
      const found = serverSaid("42501", "permission denied for schema tieout");
      const outer = new Error("engine", { cause: new Error("runner", { cause: found }) });
      const [problem, fault] = yield* said(Effect.die(outer));
      assert.match(String(problem), /^could not be used: .*permission denied for schema tieout/);
      assert.strictEqual(fault, "misconfigured");
    }),
  );
});
