import { createServer } from "node:http";
import type { SandboxOptions } from "@tieout/sandbox";
import { Cause, Effect, Exit } from "effect";
import { expect, it, onTestFinished } from "vitest";
import { UsageWrong } from "../../src/config/faults.ts";
import { openSandbox } from "../../src/operate/demo/open-sandbox.ts";

// What these tests prove: a sandbox that cannot start says which option is wrong; anything else is a bug of ours.

const TODAY = "2026-11-18";

const opened = (options: SandboxOptions) => Effect.runPromiseExit(Effect.scoped(openSandbox(options)));

const faultsOf = async (options: SandboxOptions) => {
  const exit = await opened(options);
  if (Exit.isSuccess(exit)) throw new Error("the sandbox started");
  const wrong = Cause.squash(exit.cause);
  expect(wrong).toBeInstanceOf(UsageWrong);
  return wrong instanceof UsageWrong ? wrong.faults : [];
};

it("names the option that is outside its limits", async () => {
  expect(await faultsOf({ today: TODAY, batches: -1 })).toEqual([
    { where: "The sandbox:", problem: expect.stringMatching(/^batches must be a whole number from 0 to /) },
  ]);
});

it("names a port that somebody else has", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? address?.port : undefined;
  if (port === undefined) throw new Error("the other server has no port");
  expect(await faultsOf({ today: TODAY, port })).toEqual([
    { where: "--port", problem: "is in use; choose another, or 0 for a free one" },
  ]);
});

it("closes with its scope", async () => {
  const url = await Effect.runPromise(
    Effect.scoped(Effect.map(openSandbox({ today: TODAY }), ({ controlUrl }) => controlUrl)),
  );
  await expect(fetch(`${url}/stats`)).rejects.toThrow();
});
