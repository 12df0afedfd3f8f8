import { formatMinor } from "@tieout/reconcile";
import { type Html, html } from "./html.ts";

/** A decimal for people: thousands separated by a comma; the fraction stays as it is. */
export const grouped = (decimal: string): string => decimal.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ",");

/** What stands in the place of a figure that is not known. */
const NOT_KNOWN = html`<span class="none">not known</span>`;

/** A printed figure for people. */
export const decimal = (text: string | null): Html => (text === null ? NOT_KNOWN : html`${grouped(text)}`);

/** An amount of a currency whose minor units are known. */
export const amount = (minor: bigint | null, currency: string | null): Html =>
  decimal(minor === null || currency === null ? null : formatMinor(minor, currency));

/** A count for people. */
export const count = (number: number | null): Html => decimal(number === null ? null : String(number));

/**
 * A figure that the manifest states as well, which `tieout verify` holds against it: `name` as {@link statedFigures}
 * of the verifier has it, with the plain decimal beside the one for people.
 */
export const stated = (name: string, text: string | null): Html =>
  text === null ? NOT_KNOWN : html`<data data-stated="${name}" value="${text}">${grouped(text)}</data>`;

/** A day, or what begins with one, which no line breaks within: a hyphen is a place where it would. */
export const day = (text: string): Html => html`<span class="day">${text}</span>`;

/** `1 batch`, `2 batches`. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${grouped(String(number))} ${number === 1 ? one : many}`;
