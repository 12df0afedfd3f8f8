/** What is done to a tieout process, and at which of its steps. */
export interface Disturbance {
  /** Sends itself a signal right before the `nth` step whose label matches `step`, counted from 1. */
  readonly at?: {
    readonly step: string;
    readonly nth: number;
    readonly signal: "SIGKILL" | "SIGSTOP" | "SIGTERM" | "SIGUSR2";
  };
  /** A file that then tells the number and the label of that step. */
  readonly reached?: string;
  /** A file to which every step is written, one a line. */
  readonly trace?: string;
  /** Files whose path matches are written to a full disk. */
  readonly full?: string;
  /** The most pages that SQLite may use for the ledger: beyond them its disk is full. */
  readonly ledgerPages?: number;
}

const STEPS = new URL("./steps.ts", import.meta.url);

/** The environment in which a tieout process meets a disturbance. */
export const disturbed = (disturbance: Disturbance): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import ${STEPS.href}`,
  DISTURBANCE: JSON.stringify(disturbance),
});
