import { readFileSync, statSync } from "node:fs";

/** Where a shell hands over what another command prints, `<(…)` or a pipe: whoever writes is at work already. */
const HANDED_OVER = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/**
 * Reads a file that somebody named. Throws where it cannot be read, also for a directory, a device, which may have no end,
 * and a pipe that nobody may ever write to: the process would wait for it, and hear no signal.
 */
export const readGivenFile = (file: string): Buffer => {
  const found = statSync(file);
  if (found.isFIFO() ? !HANDED_OVER.test(file) : !found.isFile())
    throw new Error("it is a directory, a pipe or a device");
  return readFileSync(file);
};
