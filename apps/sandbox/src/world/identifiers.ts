import { mix, PURPOSE } from "./draws.ts";

/** What an identifier names; two kinds never share one. */
export const KIND = {
  account: 1,
  terminal: 2,
  location: 3,
  config: 4,
  batch: 5,
  transaction: 6,
  event: 7,
} as const;

/** The place in the world that an identifier was made for. */
export interface Place {
  /** Which batch, terminal or account; up to 2²⁸ − 1. */
  readonly ordinal: number;
  /** Which row of a batch; up to 2²⁴ − 1. */
  readonly row: number;
  /** How often it has changed; up to 4,095. */
  readonly version: number;
}

const hex = (value: number, digits: number): string =>
  (value >>> 0).toString(16).padStart(8, "0").slice(-digits);

/**
 * An identifier in the shape of a UUID that holds its own place, so that a world of millions of
 * transactions needs no index to find one again.
 */
export const identifierOf = (seed: number, kind: number, place: Partial<Place>): string => {
  const { ordinal = 0, row = 0, version = 0 } = place;
  const head = mix(seed, PURPOSE.identifier, kind, ordinal, row, version);
  const middle = hex(ordinal, 7);
  const tail = hex(mix(head, 1), 6) + hex(row, 6);
  return `${hex(head, 8)}-${middle.slice(0, 4)}-4${middle.slice(4)}-8${hex(version, 3)}-${tail}`;
};

const SHAPE = /^[0-9a-f]{8}-([0-9a-f]{4})-4([0-9a-f]{3})-8([0-9a-f]{3})-[0-9a-f]{6}([0-9a-f]{6})$/;

/** The place that {@link identifierOf} put into `id`; `undefined` for an identifier that is not of this world and kind. */
export const placeOf = (seed: number, kind: number, id: string): Place | undefined => {
  const parts = SHAPE.exec(id);
  if (parts === null) return undefined;
  const [, high = "", low = "", version = "", row = ""] = parts;
  const place = {
    ordinal: Number.parseInt(high + low, 16),
    row: Number.parseInt(row, 16),
    version: Number.parseInt(version, 16),
  };
  return identifierOf(seed, kind, place) === id ? place : undefined;
};

/** An identifier in Record's shape: prefix, 13 digits of a time, six letters or digits. Record fact 3. */
export const stampedIdentifier = (prefix: string, atMs: number, ...keys: readonly number[]): string => {
  const tail = (mix(...keys) >>> 0).toString(36).padStart(7, "0").slice(-6);
  return `${prefix}_${atMs}_${tail}`;
};
