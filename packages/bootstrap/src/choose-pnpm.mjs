import { Stopped } from "./stopped.mjs";

/**
 * How pnpm is called: the installed one if it has the right version, else the right one through npm.
 *
 * @param {{ wanted: string, installed: string | null, binary: string, npmCli: string | undefined, node: string }} facts
 *   Versions as `12.21.0`; `installed` is null when there is none or it does not run. `binary` is the
 *   path of the installed one. `npmCli` is `npm_execpath`, which also names pnpm when that called us.
 * @returns {{ command: string, args: readonly string[] }}
 */
export const choosePnpm = ({ wanted, installed, binary, npmCli, node }) => {
  if (installed === wanted) return { command: binary, args: [] };

  return npmCommand({ npmCli, node }, ["exec", "--yes", `--package=pnpm@${wanted}`, "--", "pnpm"]);
};

/**
 * How npm is called: the one that called us, on the same Node, else the one on the PATH.
 *
 * @param {{ npmCli: string | undefined, node: string }} facts
 * @param {readonly [string, ...string[]]} args A command of npm with its arguments.
 * @returns {{ command: string, args: readonly string[] }}
 */
export const npmCommand = ({ npmCli, node }, [name, ...rest]) => {
  const args = [
    name,
    // Under `npm --silent` the reason of a failure would be lost as well.
    "--loglevel=error",
    // npm's own waits between attempts are 10 and 60 s: without a network, a minute of silence.
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
    ...rest,
  ];
  return npmCli !== undefined && /npm-cli\.[cm]?js$/.test(npmCli)
    ? { command: node, args: [npmCli, ...args] }
    : { command: "npm", args };
};

const NETWORK =
  /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|ERR_PNPM_FETCH\w*)\b|error sending request|client error \(Connect\)|dns error/i;

/**
 * Whether what a package manager printed says that the registry could not be reached.
 *
 * @param {string} output
 */
export const isNetworkFailure = (output) => NETWORK.test(output);

/** What is said where {@link isNetworkFailure}, and not everything is installed. */
export const registryUnreachable = () =>
  new Stopped(
    "The package registry cannot be reached, and not everything is installed yet: check the network, the proxy and npm's registry setting, then run this again.",
    69,
  );
