import type { Conventions, ProcessorConvention } from "@tieout/reconcile";
import type { ConventionConfig } from "./config-schema.ts";
import type { SettingsReader } from "./reader.ts";

/**
 * How a book fixes that processors count, by their names. Two entries for one processor, and one that fixes nothing, are
 * faults: which of them should hold cannot be told.
 */
export const conventions = (
  reader: SettingsReader,
  configs: ReadonlyArray<ConventionConfig>,
  where: (path: ReadonlyArray<string | number>) => string,
): Conventions => {
  const fixed = new Map<string, ProcessorConvention>();
  for (const [index, { processor, captured = null, refunded = null }] of configs.entries()) {
    const problem = fixed.has(processor)
      ? `names ${processor} a second time: keep one of them`
      : captured === null && refunded === null
        ? `fixes neither captured nor refunded of ${processor}: name at least one`
        : null;
    if (problem !== null) reader.configuration.push({ where: where([index]), problem });
    fixed.set(processor, { captured, refunded });
  }
  return fixed;
};
