/**
 * A reason to stop that a person can act on. `main.mjs` prints the message as it is, without a stack.
 *
 * The exit codes are those of `tieout` itself, so that a scheduler reads one table: 69 for a registry
 * out of reach (try again later), 70 for a failed build, 78 for a machine that lacks something.
 */
export class Stopped extends Error {
  /**
   * @param {string} message One or more whole sentences.
   * @param {number} exitCode
   * @param {string} [evidence] What the failed program printed; shown above the message.
   */
  constructor(message, exitCode, evidence = "") {
    super(message);
    this.name = "Stopped";
    this.exitCode = exitCode;
    this.evidence = evidence;
  }
}

/** A signal ended the work. The bootstrap then ends itself by the same signal, as its child did. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Interrupted by ${signal}.`);
    this.name = "Interrupted";
    this.signal = signal;
  }
}
