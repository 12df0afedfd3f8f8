import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";

/** How many nights are run in a row. */
export const NIGHTS = [1, 2, 3] as const;

/** One world on three nights, each served by a process of its own, so that the nights of several ledgers may overlap. */
export interface Worlds {
  /** The sandbox of a night, counted from 1. */
  readonly on: (night: number) => SandboxProcess;
  readonly close: () => Promise<void>;
}

/** Starts the sandboxes of some nights; options are those of `tieout sandbox`. */
export const startWorlds = async (
  numbers: readonly number[],
  ...options: readonly string[]
): Promise<Worlds> => {
  const nights = await Promise.all(
    numbers.map((night) => startSandboxProcess("--night", String(night), ...options)),
  );
  return {
    on: (night) => {
      const sandbox = nights[numbers.indexOf(night)];
      if (sandbox === undefined) throw new Error(`there is no night ${night}`);
      return sandbox;
    },
    close: async () => {
      await Promise.all(nights.map((sandbox) => sandbox.kill()));
    },
  };
};
