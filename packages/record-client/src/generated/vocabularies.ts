// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

/**
 * The values that the spec knows, by schema, or schema and member: all of a closed set (`enum`), and of an open one
 * (`x-known-values`) those that are documented.
 */
export const vocabularies = {
  Mode: ["live", "test"],
  BatchStatus: ["issued"],
} as const;
