/** What the process says to its scheduler, after sysexits.h; 2 is tieout's own. */
export const EXIT = {
  /** Published, or nothing changed. */
  ok: 0,
  /** Published, and an open exception reaches `--fail-on`. */
  exceptions: 2,
  usage: 64,
  untrusted: 65,
  unavailable: 69,
  software: 70,
  cannotCreate: 73,
  cannotWrite: 74,
  temporary: 75,
  refusedKey: 77,
  configuration: 78,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
