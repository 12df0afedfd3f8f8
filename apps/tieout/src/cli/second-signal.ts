import { EXIT } from "./exit-code.ts";

/**
 * Lets a second SIGINT or SIGTERM end the process at once. The first one is for the run to heed: it stops, keeps what
 * was read and says so. Whoever will not wait for that loses no more than by a kill.
 */
export const heedSecondSignal = (): void => {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(EXIT.temporary);
      isStopping = true;
    });
};
