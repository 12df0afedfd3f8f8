import { type Json, type JsonObject, textAt } from "../document/json.ts";
import { ANYTHING, limits, listOf, type Made, numberAt, valueCode } from "./code.ts";

/** Checks of the items of a list. */
export const listCode = (schema: JsonObject, made: Made): readonly string[] => {
  const { items, contains, prefixItems } = schema;
  const isIndependent = schema["x-independent-items"] === true;
  const id = textAt(schema, "x-item-id");
  const item = items === undefined ? undefined : made.write(items);
  const first = listOf(prefixItems).map((one) => made.write(one));
  return [
    ...limits(schema, made, { maxItems: "maxItems", minItems: "minItems" }),
    ...(schema["uniqueItems"] === true ? [made.code.use("uniqueItems")] : []),
    ...(first.length > 0 ? [made.code.call("tuple", `[${first.join(", ")}]`, item)] : []),
    ...(first.length > 0 || item === undefined || (item === ANYTHING && !isIndependent)
      ? []
      : [
          made.code.call(
            "list",
            item,
            isIndependent ? "true" : undefined,
            isIndependent && id !== undefined ? valueCode(id) : undefined,
          ),
        ]),
    ...(contains === undefined ? [] : [containsCode(schema, contains, made)]),
  ];
};

const containsCode = (schema: JsonObject, contains: Json, made: Made): string => {
  const [least, most] = [numberAt(schema, "minContains"), numberAt(schema, "maxContains")];
  const limit = most === undefined ? undefined : String(most);
  return made.code.call(
    "contains",
    made.write(contains),
    least === undefined ? limit && "1" : String(least),
    limit,
  );
};
