import { type Link, overlappingLinks, parseAmount } from "@tieout/reconcile";
import type { LinkConfig } from "./config-schema.ts";
import type { SettingsReader } from "./reader.ts";

/** A link as the configuration has it: one that names no mode has that of the token. */
export interface ConfiguredLink extends Omit<Link, "mode"> {
  readonly mode: Link["mode"] | null;
}

/** Links where the token is of a mode. */
export const linksIn = (
  links: ReadonlyArray<ConfiguredLink>,
  tokenMode: string | null,
): ReadonlyArray<Link> =>
  links.map((link) => ({ ...link, mode: link.mode ?? (tokenMode === "test" ? "test" : "live") }));

/** Names a member of a book's links as a message does. */
type Place = (path: ReadonlyArray<string | number>) => string;

const link = (
  reader: SettingsReader,
  config: LinkConfig,
  place: (...path: ReadonlyArray<string>) => string,
): ReadonlyArray<ConfiguredLink> => {
  const {
    accounts = [],
    terminals = [],
    cohort = null,
    currency,
    from = null,
    mode = null,
    per = "person",
    to = null,
  } = config;
  const priceMinor = parseAmount(config.price, currency);
  if (priceMinor === undefined)
    reader.configuration.push({
      where: place("price"),
      problem: `is ${config.price}, which is no amount in ${currency}`,
    });
  if (accounts.length + terminals.length === 0)
    reader.configuration.push({
      where: place(),
      problem: "names no account and no terminal: name at least one",
    });
  if (from !== null && to !== null && from >= to)
    reader.configuration.push({
      where: place("to"),
      problem: `is ${to}, not after the link's from, ${from}`,
    });
  return priceMinor === undefined
    ? []
    : [{ programId: config.program, mode, cohort, accounts, terminals, from, to, per, priceMinor, currency }];
};

const SHARED = {
  cohort: "pay for the same credentials",
  account: "both claim the account",
  terminal: "both claim the terminal",
} as const;

/**
 * Makes links of their configuration. Links that overlap are refused with both named: which of them a
 * settlement pays for could only be guessed.
 */
export const links = (
  reader: SettingsReader,
  configs: ReadonlyArray<LinkConfig>,
  place: Place,
): ReadonlyArray<ConfiguredLink> => {
  const faults = reader.configuration.length;
  const made = configs.flatMap((config, index) => link(reader, config, (...path) => place([index, ...path])));
  // Indices of overlaps are those of the file only while no link is missing.
  for (const { first, second, shares, id } of reader.configuration.length === faults
    ? ["live", "test"].flatMap((mode) => overlappingLinks(linksIn(made, mode)))
    : [])
    reader.configuration.push({
      where: `${place([first])} and ${place([second])}`,
      problem: `overlap: they ${SHARED[shares]}${id === null ? "" : ` ${id}`}`,
    });
  return made;
};
