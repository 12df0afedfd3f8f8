import { isObject, type Json, type JsonObject, objectAt, textsOf } from "../document/json.ts";
import { Code, constantCode, type Made, objectCode } from "./code.ts";
import { schemaCode } from "./schema-code.ts";
import { componentId, validatorSchema } from "./validator-schema.ts";

/** Schemas to write, each with the name that it is exported under. */
export type NamedSchemas = readonly (readonly [string, JsonObject])[];

/** Schemas that call operations are held against. */
export interface CheckedSchemas {
  /** Of parameters, by place, then name. */
  readonly parameters: NamedSchemas;
  readonly bodies: NamedSchemas;
}

/** Writes components as they are asked for: each once, after those that it refers to. */
class Components {
  readonly #names = new Map<string, string>();
  readonly #written: string[] = [];
  readonly #pending = new Set<string>();
  readonly #made: Made;
  readonly #schemas: ReadonlyMap<string, JsonObject>;

  constructor(document: JsonObject, code: Code) {
    const components = Object.entries(objectAt(objectAt(document, "components"), "schemas"));
    this.#schemas = new Map(
      components.flatMap(([name, schema]) =>
        isObject(schema) ? [[componentId(name), validatorSchema(document, schema, name)] as const] : [],
      ),
    );
    this.#made = {
      code,
      referred: (id) => this.#referred(id),
      schemaOf: (id) => this.#schemas.get(id) ?? {},
      write: (schema) => this.codeOf(schema),
    };
  }

  codeOf(schema: Json): string {
    return schemaCode(schema, this.#made);
  }

  /** The constants that were asked for. */
  written(): readonly string[] {
    return this.#written;
  }

  #referred(id: string): string {
    const known = this.#names.get(id);
    if (known !== undefined)
      return this.#pending.has(id) ? this.#made.code.call("later", `() => ${known}`) : known;
    const name = `s${this.#names.size}`;
    this.#names.set(id, name);
    this.#pending.add(id);
    const code = this.codeOf(this.#made.schemaOf(id));
    this.#pending.delete(id);
    this.#written.push(constantCode(name, code));
    return name;
  }
}

/** A place of parameters: those that it must and may have. */
const placeCode = (place: JsonObject, components: Components): string | undefined => {
  const members = Object.entries(objectAt(place, "properties"));
  const required = textsOf(place["required"]);
  const group = (isRequired: boolean) =>
    objectCode(
      members
        .filter(([name]) => required.includes(name) === isRequired)
        .map(([name, schema]) => [name, components.codeOf(schema)]),
    );
  if (members.length === 0) return undefined;
  return `[${[group(true), ...(required.length < members.length ? [group(false)] : [])].join(", ")}]`;
};

/**
 * Writes a schema of `@tieout/http/schema` for each, together in one module: components are constants, however many
 * use them, and a bundler drops those that nobody does.
 */
export const writeChecks = (
  document: JsonObject,
  { parameters, bodies }: CheckedSchemas,
): readonly string[] => {
  const code = new Code();
  const components = new Components(document, code);
  const exported = [
    ...bodies.map(([name, schema]) => [name, components.codeOf(validatorSchema(document, schema))] as const),
    ...parameters.map(([name, schema]) => {
      const places = objectAt(validatorSchema(document, schema), "properties");
      const given = ["path", "query", "header", "cookie"].map((place) =>
        placeCode(objectAt(places, place), components),
      );
      return [name, code.call("places", ...given)] as const;
    }),
  ];
  const lines = exported.map(([name, written]) => `export ${constantCode(name, written)}`);
  return [...code.imports(), ...components.written(), ...lines];
};
