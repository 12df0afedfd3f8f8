/** The members of a request that has passed its spec's validation, by name. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object's members; none for anything else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A text member; `undefined` when it is absent, null or anything but text. */
export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === "string" ? value : undefined;
};

/** A number member; `undefined` when it is absent, null or anything but a number. */
export const numberIn = (fields: Fields, name: string): number | undefined => {
  const value = fields[name];
  return typeof value === "number" ? value : undefined;
};

/** A yes-or-no member; `undefined` when it is neither. */
export const flagIn = (fields: Fields, name: string): boolean | undefined => {
  const value = fields[name];
  return typeof value === "boolean" ? value : undefined;
};

/** The texts of a list member, in their order; `undefined` when it is no list. */
export const textsIn = (fields: Fields, name: string): readonly string[] | undefined => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : undefined;
};
