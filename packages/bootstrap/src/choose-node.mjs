/** The oldest major version of Node that Tieout itself runs on. */
export const NODE_MAJOR = 24;

/**
 * Which Node runs the build, the tests and Tieout.
 *
 * The one from the registry wins whenever it runs, also over a newer one of the machine: everybody
 * then has the same. It does not run where there is none for the system (macOS), or where its C
 * library is missing (Alpine); there the machine's own is used if it is new enough.
 *
 * @param {{ installed: string | null, own: string }} versions As `v24.1.0`; `installed` is what
 *   `.bin/node` answers, null when it is absent or does not run.
 * @returns {"installed" | "own" | "none"}
 */
export const chooseNode = ({ installed, own }) => {
  if (installed !== null && majorOf(installed) >= NODE_MAJOR) return "installed";
  return majorOf(own) >= NODE_MAJOR ? "own" : "none";
};

/**
 * The one sentence for a machine without a Node that Tieout runs on.
 *
 * @param {{ system: string, own: string, isBroken: boolean }} machine `system` as `darwin-arm64`;
 *   `isBroken` when the registry's Node is installed and does not run.
 */
export const nodeMissing = ({ system, own, isBroken }) =>
  isBroken
    ? `The registry's Node ${NODE_MAJOR} does not run on this ${system} (it needs glibc; Alpine has musl): install Node ${NODE_MAJOR} or newer with the system's package manager (this is ${own}), then run this again.`
    : `The registry has no Node ${NODE_MAJOR} for ${system}: install Node ${NODE_MAJOR} or newer from https://nodejs.org (this is ${own}), then run this again.`;

/**
 * @param {string} version As `v24.1.0`.
 * @returns {number} NaN where it is not a version.
 */
export const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1]);
