import { isArray, isObject, type JsonObject, objectAt, SpecRefused, textAt } from "../document/json.ts";
import type { OperationModel } from "../model/operation-model.ts";

/** What the templates need to know of an API. */
export interface ClientNames {
  /** The folder under `specs/`: `till-office`. */
  readonly name: string;
  /** In names of types and functions: `TillOffice`. */
  readonly pascal: string;
  /** In sentences: `info.title` of the spec. */
  readonly title: string;
  readonly baseUrl: string;
  /** The header that carries the key, and what stands before the key in it. */
  readonly keyHeader: { readonly name: string; readonly prefix: string };
  /** A call that needs no argument, else the first: `listReceipts()`. */
  readonly firstCall: string;
  readonly firstOperation: OperationModel;
}

const keyHeaderOf = (document: JsonObject): ClientNames["keyHeader"] => {
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes");
  const security = document["security"];
  const wanted = isArray(security) ? security.filter(isObject).flatMap((one) => Object.keys(one)) : [];
  for (const scheme of wanted.map((name) => objectAt(schemes, name))) {
    if (scheme["type"] === "http" && scheme["scheme"] === "bearer")
      return { name: "authorization", prefix: "Bearer " };
    const header = textAt(scheme, "name");
    if (scheme["type"] === "apiKey" && scheme["in"] === "header" && header !== undefined) {
      return { name: header.toLowerCase(), prefix: "" };
    }
  }
  throw new SpecRefused("security: name a scheme that is an apiKey in a header, or http bearer");
};

const isCallable = ({ parameters, request }: OperationModel): boolean =>
  !parameters.some(({ required }) => required) && !request?.required;

/** Reads off a spec what a client package of it is called and how its key is sent. */
export const clientNames = (
  name: string,
  document: JsonObject,
  operations: readonly OperationModel[],
): ClientNames => {
  const servers = document["servers"];
  const baseUrl = isArray(servers) && isObject(servers[0]) ? textAt(servers[0], "url") : undefined;
  const firstOperation = operations.find(isCallable) ?? operations[0];
  if (baseUrl === undefined) throw new SpecRefused(`specs/${name}: servers must name the API's address`);
  if (firstOperation === undefined) throw new SpecRefused(`specs/${name}: no operation`);
  return {
    name,
    pascal: name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    title: textAt(objectAt(document, "info"), "title") ?? name,
    baseUrl,
    keyHeader: keyHeaderOf(document),
    firstCall: isCallable(firstOperation) ? `${firstOperation.id}()` : `${firstOperation.id}({ /* … */ })`,
    firstOperation,
  };
};
