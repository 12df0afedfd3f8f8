import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  SpecRefused,
  textAt,
  textsOf,
} from "../document/json.ts";

/** Where a key stands in a request: `SecurityScheme` of `@tieout/http`. */
export interface SchemeModel {
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  readonly prefix?: "Bearer " | "Basic ";
}

/** What a spec says about keys: `Security` of `@tieout/http`. */
export interface SecurityModel {
  readonly schemes: Readonly<Record<string, SchemeModel>>;
  readonly required: readonly (readonly string[])[];
}

const PLACES = ["header", "query", "cookie"] as const;

/** A scheme as a client carries it out; `none` where the connection proves who calls, undefined where nothing here can. */
const schemeOf = (scheme: JsonObject): SchemeModel | "none" | undefined => {
  const name = textAt(scheme, "name");
  const place = PLACES.find((one) => one === scheme["in"]);
  switch (scheme["type"]) {
    case "apiKey":
      return name === undefined || place === undefined
        ? undefined
        : { in: place, name: place === "header" ? name.toLowerCase() : name };
    case "http": {
      const kind = textAt(scheme, "scheme")?.toLowerCase();
      if (kind === "bearer") return { in: "header", name: "authorization", prefix: "Bearer " };
      return kind === "basic" ? { in: "header", name: "authorization", prefix: "Basic " } : undefined;
    }
    // How a token is come by is the caller's: a credential may be a function.
    case "oauth2":
    case "openIdConnect":
      return { in: "header", name: "authorization", prefix: "Bearer " };
    case "mutualTLS":
      return "none";
    default:
      return undefined;
  }
};

/** The alternatives of a `security` member, as far as a client can carry them out. Refuses one of which it can carry out none. */
const alternativesOf = (
  document: JsonObject,
  security: Json,
  where: string,
): readonly (readonly string[])[] => {
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes");
  const all = isArray(security) ? security.filter(isObject) : [];
  const known = all.flatMap((one) => {
    const names = Object.keys(one);
    const models = names.map((name) => [name, schemeOf(objectAt(schemes, name))] as const);
    if (models.some(([, model]) => model === undefined)) return [];
    const sent = models.filter(([, model]) => model !== "none");
    const places = sent.map(([, model]) => (typeof model === "object" ? `${model.in} ${model.name}` : ""));
    // Two keys for one header: the second would stand in place of the first.
    return new Set(places).size < places.length ? [] : [sent.map(([name]) => name)];
  });
  if (known.length === 0 && all.length > 0) {
    const names = all.map((one) => Object.keys(one).join(" and ")).join(", ");
    throw new SpecRefused(
      `${where}: security: ${names}: name a scheme that is an apiKey, http basic or bearer, oauth2, openIdConnect or mutualTLS`,
    );
  }
  return known.length === 0 ? [[]] : known;
};

/** The keys that operations need which say nothing of their own, and every scheme that any operation uses. */
export const securityOf = (document: JsonObject): SecurityModel => {
  const schemes = Object.entries(objectAt(objectAt(document, "components"), "securitySchemes"));
  const models = schemes.flatMap(([name, scheme]) => {
    const model = isObject(scheme) ? schemeOf(scheme) : undefined;
    return model === undefined || model === "none" ? [] : [[name, model] as const];
  });
  return {
    schemes: Object.fromEntries(models),
    required: alternativesOf(document, document["security"] ?? [], "the document"),
  };
};

/** The keys that an operation needs, where it says so itself. */
export const operationSecurityOf = (document: JsonObject, operation: JsonObject, where: string) =>
  operation["security"] === undefined ? undefined : alternativesOf(document, operation["security"], where);

/** The address of a list of servers: its first, with the defaults of its variables. Undefined where there is no list. */
export const serverOf = (holder: JsonObject, where: string): string | undefined => {
  const servers = holder["servers"];
  const first = isArray(servers) ? servers.find(isObject) : undefined;
  const url = first && textAt(first, "url");
  if (first === undefined || url === undefined) return undefined;
  const variables = objectAt(first, "variables");
  const address = url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = objectAt(variables, name);
    const value = textAt(variable, "default");
    const values = textsOf(variable["enum"]);
    if (value === undefined || (values.length > 0 && !values.includes(value))) {
      throw new SpecRefused(
        `${where}: servers: {${name}} of ${url} needs a default, one of its enum where it has one`,
      );
    }
    return value;
  });
  if (!URL.canParse(address, "https://host.invalid") || /[?#]/.test(address)) {
    throw new SpecRefused(`${where}: servers: ${address} is no address that paths can follow on`);
  }
  return address;
};
