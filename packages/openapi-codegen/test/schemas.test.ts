import { expect, it } from "vitest";
import { validatorSchema } from "../src/validators/validator-schema.ts";
import { writeSchemas } from "../src/write/write-schemas.ts";

it("an integer is bounded only on the sides that its schema leaves open", () => {
  const bounded = (schema: object) => validatorSchema({}, { type: "integer", ...schema });
  const [minimum, maximum] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  expect(bounded({})).toEqual({ type: "integer", minimum, maximum });
  for (const name of ["maximum", "exclusiveMaximum"])
    expect(bounded({ [name]: 10 })).toEqual({ type: "integer", minimum, [name]: 10 });
  for (const name of ["minimum", "exclusiveMinimum"])
    expect(bounded({ [name]: 10 })).toEqual({ type: "integer", maximum, [name]: 10 });
});

it("how wide a number is that may have a fraction is nothing to check, and how wide a whole one is", () => {
  for (const format of ["float", "double"])
    for (const type of ["number", ["number", "null"]])
      expect(validatorSchema({}, { type, format, minimum: 1 })).toEqual({ type, minimum: 1 });
  for (const format of ["int32", "int64"])
    expect(validatorSchema({}, { type: "number", format })).toEqual({ type: "number", format });
  expect(validatorSchema({}, { type: "string", format: "float" })).toEqual({
    type: "string",
    format: "float",
  });
});

it("a schema of members is one of an object, also where it does not say so", () => {
  for (const members of [{ properties: { a: {} } }, { required: ["a"] }])
    expect(validatorSchema({}, members)).toEqual({ type: "object", ...members });
  expect(validatorSchema({}, { minLength: 1 })).toEqual({ minLength: 1 });
});

it("users name the schemas and the values of closed sets, and where there are none, neither", () => {
  const type = "export type A = components['schemas']['A'];\n";
  const values = "export const aValues: ReadonlyArray<A> = [];\n";
  const last = 'export { vocabularies } from "./vocabularies.ts";\n';
  expect(writeSchemas("")).toBe(last);
  expect(writeSchemas(type + values)).toBe(
    `export type {\n  A,\n} from "./types.ts";\nexport {\n  aValues,\n} from "./types.ts";\n${last}`,
  );
});
