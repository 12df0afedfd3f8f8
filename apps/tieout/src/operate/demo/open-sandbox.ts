import type { SandboxOptions } from "@tieout/sandbox";
import { Effect } from "effect";
import { UsageWrong } from "../../config/faults.ts";

/**
 * Starts the sandbox for as long as the scope lives. Loaded only now: no other command needs it, and its
 * router and validators take their time to start.
 */
export const openSandbox = (options: SandboxOptions) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => (await import("@tieout/sandbox")).startSandbox(options),
      catch: (cause) => cause,
    }).pipe(Effect.catch(startFailure)),
    (sandbox) => Effect.promise(() => sandbox.close()),
  );

const isPortTaken = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";

const startFailure = (cause: unknown): Effect.Effect<never, UsageWrong> => {
  if (isPortTaken(cause))
    return Effect.fail(
      new UsageWrong({
        faults: [{ where: "--port", problem: "is in use; choose another, or 0 for a free one" }],
      }),
    );
  if (cause instanceof Error && cause.name === "SandboxMisconfigured")
    return Effect.fail(new UsageWrong({ faults: [{ where: "The sandbox:", problem: cause.message }] }));
  return Effect.die(cause);
};
