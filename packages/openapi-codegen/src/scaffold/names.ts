import { type JsonObject, objectAt, SpecRefused, textAt } from "../document/json.ts";
import type { OperationModel } from "../model/operation-model.ts";
import { type SchemeModel, type SecurityModel, securityOf, serverOf } from "../model/security.ts";

/** What the templates need to know of an API. */
export interface ClientNames {
  /** The folder under `specs/`: `till-office`. */
  readonly name: string;
  /** In names of types and functions: `TillOffice`. */
  readonly pascal: string;
  /** In sentences: `info.title` of the spec. */
  readonly title: string;
  /** The server of the spec; undefined where it is given without host, so that users have to say it. */
  readonly baseUrl: string | undefined;
  readonly security: SecurityModel;
  /** Where all that a client needs is one key: the name of its scheme, and where it stands. */
  readonly onlyKey: ({ readonly scheme: string } & SchemeModel) | undefined;
  /** Whether an operation is sent to a server of its own. */
  readonly hasServers: boolean;
  /** A call that needs no argument, else the first: `listReceipts()`. */
  readonly firstCall: string;
  readonly firstOperation: OperationModel;
}

/** The key that is all a client needs: every operation takes it alone, or takes none. */
const onlyKeyOf = (
  { schemes, required }: SecurityModel,
  operations: readonly OperationModel[],
): ClientNames["onlyKey"] => {
  const [name = ""] = required.find((names) => names.length === 1) ?? [];
  const scheme = schemes[name];
  const suffices = (alternatives: readonly (readonly string[])[]) =>
    alternatives.some((names) => names.every((one) => one === name));
  const isEnough = operations.every(({ security }) => suffices(security ?? required));
  return scheme === undefined || scheme.prefix === "Basic " || !isEnough
    ? undefined
    : { scheme: name, ...scheme };
};

const isCallable = ({ parameters, request }: OperationModel): boolean =>
  !parameters.some(({ required }) => required) && !request?.required;

/** Reads off a spec what a client package of it is called and how its key is sent. */
export const clientNames = (
  name: string,
  document: JsonObject,
  operations: readonly OperationModel[],
): ClientNames => {
  const server = serverOf(document, `specs/${name}`);
  const security = securityOf(document);
  const firstOperation = operations.find(isCallable) ?? operations[0];
  if (server === undefined) throw new SpecRefused(`specs/${name}: servers must name the API's address`);
  if (firstOperation === undefined) throw new SpecRefused(`specs/${name}: no operation`);
  return {
    name,
    pascal: name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    title: textAt(objectAt(document, "info"), "title") ?? name,
    baseUrl: URL.canParse(server) ? server : undefined,
    security,
    onlyKey: onlyKeyOf(security, operations),
    hasServers: operations.some((operation) => operation.server !== undefined && operation.server !== server),
    firstCall: isCallable(firstOperation) ? `${firstOperation.id}()` : `${firstOperation.id}({ /* … */ })`,
    firstOperation,
  };
};

/** The options that say who calls, each with the text `key` as its key: `apiKey: apiKey`. Nothing where no key is needed. */
export const keyOptions = ({ onlyKey, security }: ClientNames, key: string): string => {
  if (onlyKey !== undefined) return key === "apiKey" ? "apiKey" : `apiKey: ${key}`;
  const given = Object.entries(security.schemes).map(([name, { prefix }]) => {
    const value = prefix === "Basic " ? `{ username: "me", password: ${key} }` : key;
    return `${JSON.stringify(name)}: ${value}`;
  });
  return given.length === 0 ? "" : `credentials: { ${given.join(", ")} }`;
};
