import { isArray, type Json, type JsonObject, objectAt, textAt, textsOf } from "../document/json.ts";
import { ANYTHING, expressionCode, limits, type Made, objectCode, valueCode } from "./code.ts";

/** Checks of the members of an object. */
export const membersCode = (schema: JsonObject, made: Made): readonly string[] => {
  const patterns = Object.entries(objectAt(schema, "patternProperties"));
  const { propertyNames } = schema;
  const named = schema["properties"] ?? schema["required"] ?? schema["additionalProperties"];
  return [
    ...limits(schema, made, { maxProperties: "maxProperties", minProperties: "minProperties" }),
    ...(named === undefined ? [] : objectsCode(schema, made)),
    ...patterns.map(([source, one]) => made.code.call("matching", expressionCode(source), made.write(one))),
    ...(propertyNames === undefined ? [] : [made.code.call("names", made.write(propertyNames))]),
    ...Object.entries(objectAt(schema, "dependentRequired")).map(([name, others]) =>
      made.code.call("needs", ...[name, ...textsOf(others)].map(valueCode)),
    ),
    ...Object.entries(objectAt(schema, "dependentSchemas")).map(([name, one]) =>
      made.code.call("having", valueCode(name), made.write(one)),
    ),
    // What was one keyword before 2019.
    ...Object.entries(objectAt(schema, "dependencies")).map(([name, one]) =>
      isArray(one)
        ? made.code.call("needs", ...[name, ...textsOf(one)].map(valueCode))
        : made.code.call("having", valueCode(name), made.write(one)),
    ),
  ];
};

/** The members of an object in groups: those that must be there, that may, and that an answer may have wrong. */
const objectsCode = (schema: JsonObject, made: Made): readonly string[] => {
  const members = objectAt(schema, "properties");
  const required = textsOf(schema["required"]);
  const due = textsOf(schema["x-due"]);
  const isStrict = (name: string) =>
    schema["x-strict"] === undefined || textsOf(schema["x-strict"]).includes(name) || required.includes(name);
  const group = (isIn: (name: string) => boolean, foreign: readonly (readonly [string, string])[] = []) => {
    const names = [...new Set([...required, ...Object.keys(members)])].filter(isIn);
    const own = names.map(
      (name) => [name, Object.hasOwn(members, name) ? made.write(members[name] ?? true) : ANYTHING] as const,
    );
    return objectCode([...own, ...foreign]);
  };
  const foreignTo = (mark: string, code: string) =>
    textsOf(schema[mark]).map((name) => [name, made.code.use(code)] as const);
  const others = othersCode(schema["additionalProperties"], made);
  const patterns = Object.keys(objectAt(schema, "patternProperties")).map(expressionCode);
  const id = textAt(schema, "x-own-id");
  const rules = [
    ["others", others === undefined || patterns.length > 0 ? "{}" : others],
    [
      "tolerant",
      group((name) => !isStrict(name) && !due.includes(name), foreignTo("x-requests-alone", "requestsAlone")),
    ],
    ["due", group((name) => !isStrict(name) && due.includes(name))],
    ["id", schema["x-strict"] === undefined || id === undefined ? "{}" : valueCode(id)],
  ] as const;
  const said = rules.filter(([, code]) => code !== "{}");
  const groups = [
    group((name) => required.includes(name)),
    group((name) => !required.includes(name) && isStrict(name), foreignTo("x-answers-alone", "answersAlone")),
  ];
  const isPlain = said.length === 0 && groups.every((one) => one === "{}");
  const optional = groups[1] === "{}" && said.length === 0 ? undefined : groups[1];
  const rest = said.length === 0 ? undefined : objectCode(said);
  return [
    ...(isPlain ? [] : [made.code.call("object", groups[0], optional, rest)]),
    ...(others === undefined || patterns.length === 0
      ? []
      : [made.code.call("others", others, valueCode(Object.keys(members)), `[${patterns.join(", ")}]`)]),
  ];
};

/** What members are that the schema does not name; nothing where they may be anything. */
const othersCode = (rest: Json | undefined, made: Made): string | undefined => {
  if (rest === false) return made.code.use("nothing");
  const code = rest === undefined ? ANYTHING : made.write(rest);
  return code === ANYTHING ? undefined : code;
};
