import {
  decodedToken,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  textAt,
} from "../document/json.ts";

/** What OpenAPI lets a component be called. */
const PLAIN = /^[\w.-]+$/;

const COMPONENT = /^#\/components\/([^/]+)\/([^/]+)(.*)$/s;

/** New names by kind, then by the name that cannot be used. */
type Renamed = ReadonlyMap<string, ReadonlyMap<string, string>>;

const renamedIn = (components: JsonObject): Renamed =>
  new Map(
    Object.keys(components).map((kind) => {
      const names = Object.keys(objectAt(components, kind));
      const used = new Set(names);
      const odd = names.filter((name) => !PLAIN.test(name) || name === "__proto__");
      return [kind, new Map(odd.map((name) => [name, plainName(name, used)] as const))] as const;
    }),
  );

const plainName = (name: string, used: Set<string>): string => {
  const wanted = name.replaceAll(/[^\w.-]+/g, "_").replaceAll(/^_+|_+$/g, "") || "Unnamed";
  let free = wanted;
  for (let number = 2; used.has(free); number += 1) free = `${wanted}_${number}`;
  used.add(free);
  return free;
};

const withNewName = (reference: string, renamed: Renamed): string => {
  const [, kind = "", token = "", rest = ""] = COMPONENT.exec(reference) ?? [];
  const name = decodedToken(token);
  const now = renamed.get(kind)?.get(name) ?? (PLAIN.test(name) ? name : token);
  return kind === "" ? reference : `#/components/${kind}/${now}${rest}`;
};

/** A discriminator without a mapping means components by the names that they had. */
const withMapping = (holder: JsonObject, discriminator: JsonObject, renamed: Renamed): JsonObject => {
  const mapping = objectAt(discriminator, "mapping");
  const targets = mapMembers(mapping, (target) => {
    if (typeof target !== "string") return target;
    const name = renamed.get("schemas")?.get(target);
    return name === undefined ? withNewName(target, renamed) : `#/components/schemas/${name}`;
  });
  const meant = ["oneOf", "anyOf"].flatMap((keyword) => {
    const branches = holder[keyword];
    return (isArray(branches) ? branches : []).flatMap((branch) => {
      const reference = isObject(branch) ? textAt(branch, "$ref") : undefined;
      const name = decodedToken(COMPONENT.exec(reference ?? "")?.[2] ?? "");
      const now = withNewName(reference ?? "", renamed);
      const isMapped = Object.values(targets).includes(now);
      return renamed.get("schemas")?.has(name) === true && !isMapped ? [[name, now] as const] : [];
    });
  });
  const whole = { ...targets, ...Object.fromEntries(meant) };
  return Object.keys(whole).length === 0 ? discriminator : { ...discriminator, mapping: whole };
};

/**
 * The document with every component under a name that OpenAPI allows, and what refers to it. Of a name that it does not,
 * such as `List<Thing>`, neither types nor functions could be called.
 */
export const withPlainNames = (document: JsonObject): JsonObject => {
  const components = objectAt(document, "components");
  const renamed = renamedIn(components);
  const visit = (part: Json): Json => {
    if (isArray(part)) return part.map(visit);
    if (!isObject(part)) return part;
    return mapMembers(part, (value, name) => {
      if (name === "$ref" && typeof value === "string") return withNewName(value, renamed);
      const inner = visit(value);
      return name === "discriminator" && isObject(inner) ? withMapping(part, inner, renamed) : inner;
    });
  };
  const whole = mapMembers(document, visit);
  const held = mapMembers(objectAt(whole, "components"), (parts, kind) =>
    isObject(parts)
      ? Object.fromEntries(
          Object.entries(parts).map(([name, part]) => [renamed.get(kind)?.get(name) ?? name, part]),
        )
      : parts,
  );
  return "components" in document ? { ...whole, components: held } : whole;
};
