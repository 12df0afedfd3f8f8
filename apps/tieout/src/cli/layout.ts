/** How a sentence begins about what is odd and does no harm. */
export const WARNING = "Warning: ";

const NAME_WIDTH = 14;

/** A line of a screen for people: what it is about, and what there is to say. */
export const line = (name: string, text: string): string => `${name.padEnd(NAME_WIDTH)}${text}`;

/** A number or decimal with its thousands separated. */
export const grouped = (figure: number | string): string => {
  const [whole = "", decimals] = String(figure).split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? separated : `${separated}.${decimals}`;
};

/** A count with its noun: `1 batch`, `1,200 batches`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

const KILO = 1000;
const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** A size in bytes, in the unit that a person would choose. */
export const size = (bytes: number): string => {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / Math.log10(KILO)));
  return step === 0 ? plural(bytes, "byte") : `${(bytes / KILO ** step).toFixed(1)} ${UNITS[step]}`;
};
