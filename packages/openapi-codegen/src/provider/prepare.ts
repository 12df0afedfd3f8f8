import {
  isObject,
  type JsonObject,
  mapMembers,
  objectAt,
  pointerToken,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import { mapEverySchema } from "../document/schema-walk.ts";
import { upgraded } from "../document/upgrade.ts";
import { withMarkedFiles } from "../model/files.ts";
import { atOperation, operationsOf } from "../model/operation-model.ts";
import { responseView } from "../model/response-view.ts";
import { securityOf, serverOf } from "../model/security.ts";
import { faultsOfSchemas } from "../validators/compile-validators.ts";
import { operationMetadata } from "../write/write-operations.ts";
import { checkedSchemas } from "../write/write-validators.ts";
import { BrokenReferences } from "./broken-references.ts";
import {
  foundIn,
  type Named,
  namedOperations,
  placeOf,
  wholeOf,
  withOnly,
  withoutTwins,
} from "./named-operations.ts";
import { withPartsInPlace, withPathsInPlace } from "./parts-in-place.ts";
import { withPlainNames } from "./plain-names.ts";
import { Refusals, type RefusedOperation } from "./Refusals.ts";
import { withoutMisleading, withoutRemarks } from "./remarks.ts";
import { withIdsAsPointers } from "./schema-ids.ts";
import { demandReadablePath, demandShaped } from "./shapes.ts";
import { readableWebhook, withWebhooks } from "./webhooks.ts";

/** What can be made of a document that somebody else wrote. */
export interface Prepared {
  /** As the generator takes it: OpenAPI 3.1, with a name and a policy for each operation, and without those refused. */
  readonly document: JsonObject;
  /** How many operations the document has. */
  readonly operations: number;
  readonly generated: number;
  readonly refused: readonly RefusedOperation[];
}

/** The words of JSON Schema for anything and for nothing, as objects: types are not written of others. */
const withObjects = (document: JsonObject): JsonObject => {
  const components = objectAt(document, "components");
  const schemas = mapMembers(objectAt(components, "schemas"), (schema) =>
    typeof schema === "boolean" ? (schema ? {} : { not: {} }) : schema,
  );
  return "schemas" in components ? { ...document, components: { ...components, schemas } } : document;
};

/** The document in the words of the generator: no remarks, and a schema refers to components alone. */
const inOwnWords = (document: JsonObject): JsonObject => ({
  // Without servers the paths follow on the host that the document came from, which only a caller knows.
  servers: [{ url: "/" }],
  ...mapEverySchema(
    withMarkedFiles(withPartsInPlace(withObjects(withoutMisleading(document)))),
    withoutRemarks,
  ),
  "x-taken-as-is": true,
});

const faultOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SpecRefused) return error.message;
    throw error;
  }
};

/** Why keys or servers that hold for whatever says nothing of its own cannot be carried out; undefined where they can. */
const faultsOfDefaults = (document: JsonObject) => ({
  security: faultOf(() => securityOf(document)),
  servers: faultOf(() => serverOf(document, "the document")),
});

/** Refuses an operation that needs a default which cannot be carried out. */
const demandDefaults = (
  { security, servers }: ReturnType<typeof faultsOfDefaults>,
  { operation, item }: Named,
): void => {
  if (security !== undefined && operation["security"] === undefined)
    throw new SpecRefused(`#/security: ${security}`);
  const isSaid = operation["servers"] !== undefined || item["servers"] !== undefined;
  if (servers !== undefined && !isSaid) throw new SpecRefused(`#/servers: ${servers}`);
};

/** Refuses an operation that no client can have, whatever its schemas are. */
const demandLegible = (document: JsonObject, one: Named): void => {
  const alone = withOnly(document, [one]);
  for (const operation of operationsOf(alone))
    atOperation(alone, operation, () => operationMetadata(alone, operation));
};

/** Refuses what one of the given functions, of `validators.js`, is needed for and cannot be compiled. */
const demandCompiled = (faults: ReadonlyMap<string, string>, names: readonly string[]): void => {
  const reason = names.flatMap((name) => faults.get(name) ?? [])[0];
  if (reason !== undefined) throw new SpecRefused(reason);
};

/**
 * Prepares a document that others wrote. What it does not say of policy is taken from the method; an operation that no
 * client can have is left out and named, as is whatever reaches something broken, and neither costs any other.
 */
export const prepared = (given: JsonObject): Prepared => {
  const refusals = new Refusals();
  const passing = (all: readonly Named[], demand: (one: Named) => void) =>
    all.filter((one) => refusals.passes(placeOf(one), () => demand(one)));
  const idOf = ({ operation }: Named) => textAt(operation, "operationId") ?? "";

  const { paths = {} } = given;
  if (!isObject(paths)) throw new SpecRefused("#/paths: the paths of a document are an object");
  const whole = withPathsInPlace(withPlainNames(withIdsAsPointers(upgraded(given))), refusals);
  const all = namedOperations(whole);
  const operations = all.length + refusals.all.length;
  const references = new BrokenReferences(whole);
  const sound = passing(withoutTwins(all, refusals), (one) => {
    demandReadablePath(one.path);
    demandShaped(one.item, `#/paths/${pointerToken(one.path)}`);
    demandShaped(one.operation, placeOf(one).at);
    references.demandSound(wholeOf(one), `#/paths/${pointerToken(one.path)}`);
  });
  const ids = new Set(all.map(idOf));
  const received = withWebhooks(references.withoutBroken(), refusals, (webhook, { name, at }) => {
    references.demandSound(webhook, at);
    return readableWebhook(whole, { webhook, name }, ids);
  });

  const worded = inOwnWords(withOnly(received, sound));
  const defaults = faultsOfDefaults(worded);
  const document = {
    ...worded,
    ...(defaults.security !== undefined && { security: [] }),
    ...(defaults.servers !== undefined && { servers: [{ url: "/" }] }),
  };
  const legible = passing(
    sound.map((one) => foundIn(document, one)),
    (one) => {
      demandDefaults(defaults, one);
      demandLegible(document, one);
    },
  );

  const view = responseView(withOnly(document, legible));
  const { bodies, parameters } = checkedSchemas(view);
  const faults = faultsOfSchemas(view, [...bodies, ...parameters]);
  const usable = new BrokenReferences(document, faults.components);
  const kept = passing(legible, (one) => {
    const names = ["Parameters", "Request", "Response"].map((side) => `${idOf(one)}${side}`);
    usable.demandSound(wholeOf(one), `#/paths/${pointerToken(one.path)}`);
    demandCompiled(faults.named, names);
  });
  const left = withWebhooks(usable.withoutBroken(), refusals, (webhook, { at }) => {
    const item = isObject(webhook) ? webhook : {};
    usable.demandSound(item, at);
    demandCompiled(faults.named, [`${textAt(objectAt(item, "post"), "operationId") ?? ""}Request`]);
    return item;
  });
  return { document: withOnly(left, kept), operations, generated: kept.length, refused: refusals.all };
};
