import { FAULT_NAMES, FAULTS, type FaultKind, type FaultName, type HttpFault } from "./fault-kinds.ts";

export { FAULT_NAMES, FAULTS };

/** A fault that was asked for is none that the sandbox knows. */
export class FaultUnknown extends Error {
  override readonly name = "FaultUnknown";
}

const isFaultName = (name: string): name is FaultName => Object.hasOwn(FAULTS, name);

/** Reads a status or a name; `undefined` for anything else. */
export const faultKind = (text: string): FaultKind | undefined => {
  if (isFaultName(text)) return text;
  return /^[45]\d\d$/.test(text) ? `${Number(text)}` : undefined;
};

/** What a fault may be called, for the refusal of anything else. */
export const KNOWN_FAULTS: string = `a status from 400 to 599 or one of ${FAULT_NAMES.join(", ")}`;

const RATE = /^(\d{1,3}(?:\.\d{1,4})?)%$/;

/** Reads `5%` or `0.25%` as a share from 0 to 1; `undefined` for anything else. */
export const rateIn = (text: string): number | undefined => {
  const percent = Number(RATE.exec(text)?.[1] ?? Number.NaN);
  return percent <= 100 ? percent / 100 : undefined;
};

/** Rates are exact to a millionth. */
export const MILLION = 1_000_000;

/** A share from 0 to 1 in millionths, so that sums are exact. */
export const millionths = (rate: number): number => Math.round(rate * MILLION);

/**
 * Reads `503:5%,reset:3%,stall:0.1%` as faults of every operation.
 *
 * A request meets one of them at most, so the rates are at most 100 % together. Throws {@link FaultUnknown}.
 */
export const parseFaults = (text: string): readonly HttpFault[] => {
  const faults = text.split(",").map((part): HttpFault => {
    const [name = "", rateText = "", ...rest] = part.trim().split(":");
    const kind = faultKind(name);
    if (kind === undefined) throw new FaultUnknown(`no fault is called "${name}"`);
    const rate = rest.length === 0 ? rateIn(rateText) : undefined;
    if (rate === undefined)
      throw new FaultUnknown(`"${part.trim()}" must be ${name} and a rate up to 100%, such as ${name}:5%`);
    return { operation: "*", kind, rate };
  });
  const sum = faults.reduce((so, { rate = 0 }) => so + millionths(rate), 0);
  if (sum > MILLION)
    throw new FaultUnknown(`the rates must be at most 100% together, not ${(sum * 100) / MILLION}%`);
  return faults;
};
