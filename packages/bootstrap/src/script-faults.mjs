import { packagesOf } from "./workspace.mjs";

/**
 * Packages that turbo would pass over in silence, one sentence for each: with a tsconfig.json and no
 * script `check`, or with tests and no script `test`.
 *
 * @param {string} root
 * @returns {string[]}
 */
export const scriptFaults = (root) =>
  packagesOf(root).flatMap(({ folder, hasTypes, hasTests, scripts }) => [
    ...(hasTypes && !scripts.includes("check") ? [`${folder}: a tsconfig.json, and no script "check".`] : []),
    ...(hasTests && !scripts.includes("test") ? [`${folder}: tests, and no script "test".`] : []),
  ]);
