import type { NoticedPackage } from "./bundled-package.ts";

const RULE = "-".repeat(80);

/** What a package's authors want to be passed on; of one without a text of its own, what it says of its licence. */
const printed = ({ name, version, license, texts }: NoticedPackage): string =>
  [
    RULE,
    `${name} ${version} (${license})`,
    "",
    ...(texts.length === 0
      ? [`The package has no text of its licence; its package.json says ${license}.`]
      : texts.flatMap((text, at) => (at === 0 ? [text] : ["", text]))),
    "",
  ].join("\n");

/** The notices of all packages of others that a bundle holds. */
export const printedNotices = (packages: readonly NoticedPackage[]): string =>
  [
    "What was built here holds parts of the packages below, which others wrote and allow to be passed on.",
    "",
    ...packages.map(printed),
  ].join("\n");
