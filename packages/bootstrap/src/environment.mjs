import { delimiter, join } from "node:path";

/** Everything that would phone home or print a notice about a newer version of itself. */
const QUIET = {
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  NO_UPDATE_NOTIFIER: "1",
};

/**
 * The environment of every program that the bootstrap starts: the installed tools first on PATH, Node
 * among them.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export const childEnvironment = (root, { PATH = "", ...env }) => ({
  ...env,
  ...QUIET,
  PATH: `${binFolder(root)}${delimiter}${PATH}`,
});

/**
 * The same, for the gate: `generate` compares and does not write, and a laptop and CI share one cache.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export const gateEnvironment = (env) => ({ ...env, CI: "true" });

/** @param {string} root */
export const binFolder = (root) => join(root, "node_modules", ".bin");
