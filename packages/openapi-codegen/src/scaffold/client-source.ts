import type { ClientNames } from "./names.ts";

const keyOption = ({ onlyKey, security }: ClientNames): readonly string[] => {
  if (onlyKey !== undefined) {
    const place = onlyKey.in === "header" ? "" : ` in the ${onlyKey.in}`;
    return [
      `  /** Sent as \`${onlyKey.name}\`${place}, and shown nowhere else. A function is asked for it anew at every call. */`,
      "  readonly apiKey: Credential;",
    ];
  }
  const schemes = Object.entries(security.schemes).map(([name, { prefix }]) => {
    const type = prefix === "Basic " ? "NameAndPassword" : "Credential";
    return `    readonly ${JSON.stringify(name)}?: ${type};`;
  });
  if (schemes.length === 0) return [];
  return [
    "  /** Keys by the name that the spec has for them. Each operation is sent with those that it needs, and no others. */",
    "  readonly credentials: {",
    ...schemes,
    "  };",
  ];
};

const addressOptions = ({ baseUrl, hasServers }: ClientNames): readonly string[] => [
  ...(baseUrl === undefined
    ? ["  /** Where the paths of the spec begin: it names no host. */", "  readonly baseUrl: string;"]
    : []),
  ...(hasServers
    ? [
        "  /**",
        "   * In place of the servers that single operations name, by their address in the spec. With a `baseUrl` of your own",
        "   * they have to be named too: until then these operations are not sent.",
        "   */",
        "  readonly servers?: Readonly<Record<string, string>> | undefined;",
      ]
    : []),
];

/** The rules of the options that only this client has, and the names in `@tieout/http` that they are made of. */
const ownRules = ({ onlyKey, security, baseUrl, hasServers }: ClientNames): readonly string[] => {
  const schemes = Object.entries(security.schemes).map(
    ([name, { prefix }]) =>
      `${JSON.stringify(name)}: ${prefix === "Basic " ? "A_NAME_AND_PASSWORD" : "A_CREDENTIAL"}`,
  );
  return [
    ...(onlyKey === undefined ? [] : ["apiKey: { ...A_CREDENTIAL, isRequired: true }"]),
    ...(onlyKey === undefined && schemes.length > 0 ? [`credentials: { ${schemes.join(", ")} }`] : []),
    ...(baseUrl === undefined ? ["baseUrl: { ...AN_ADDRESS, isRequired: true }"] : []),
    ...(hasServers ? ["servers: ADDRESSES"] : []),
  ];
};

/** `src/client.ts`: the one handwritten file that binds the generated half to the transport. */
export const clientSource = (names: ClientNames): string => {
  const { name, pascal, title, baseUrl, onlyKey, security, hasServers } = names;
  const hasKeys = onlyKey !== undefined || Object.keys(security.schemes).length > 0;
  const own = [...keyOption(names), ...addressOptions(names)].join("\n");
  const rules = ownRules(names);
  const named = [...new Set(rules.join().match(/\bA(?:N|DDRESSES|_[A-Z])[A-Z_]*\b/g))];
  const imports = [
    ...named,
    ...["type ClientOptions", "type ClientParts", "checkClientOptions", "type MethodsShape"],
    ...(hasKeys ? ["Credentials"] : []),
    ...["Credential", "NameAndPassword"].flatMap((type) =>
      own.includes(` ${type};`) ? [`type ${type}`] : [],
    ),
    ...["openClient", "type PickedOperation", "pickOperations"],
  ];
  const given = onlyKey === undefined ? "given" : `{ ${JSON.stringify(onlyKey.scheme)}: apiKey }`;
  const taken = [
    ...(hasKeys ? [onlyKey === undefined ? "credentials: given = {}" : "apiKey"] : []),
    ...(hasServers ? ["servers"] : []),
    "...chosen",
  ];
  const servers =
    baseUrl === undefined ? "servers ?? {}" : "servers ?? (chosen.baseUrl === undefined ? undefined : {})";
  return `import {
${imports.map((one) => `  ${one},`).join("\n")}
} from "@tieout/http";
import manifest from "../package.json" with { type: "json" };
import { errors } from "./errors.ts";
import { type Methods, operations${hasKeys ? ", security" : ""} } from "./generated/operations.ts";
import { validators } from "./generated/validators.js";
${baseUrl === undefined ? "" : `\nconst BASE_URL = ${JSON.stringify(baseUrl)};\n`}
/** ${title}, one method an operation of the spec. */
export type ${pascal}Client = Methods;

/** How a client reaches ${title}. What is optional has a default; times and retries are those of \`@tieout/http\`. */
export interface ${pascal}ClientOptions extends ClientOptions {
${own}
}

/** What a client of this package is made of beside its operations. */
const open${pascal} = <Some extends MethodsShape<Some>>(
  of: string,
  parts: Pick<ClientParts<Some>, "operations" | "validators">,
  options: ${pascal}ClientOptions,
): Some => {
  const { ${taken.join(", ")} } = checkClientOptions(of, options, { ${rules.join(", ")} });
  return openClient<Some>(
    {
      ...{ api: ${JSON.stringify(title)}, product: \`tieout-${name}/\${manifest.version}\` },
      ...{ ...parts, errors },
${baseUrl === undefined ? "" : "      baseUrl: BASE_URL,\n"}${hasKeys ? `      credentials: new Credentials(security, ${given}),\n` : ""}${hasServers ? `      servers: ${servers},\n` : ""}    },
    chosen,
  );
};

/**
 * Opens a client. Sends nothing by itself.
 *
 * Every method answers \`{ data, status, response, leftOut }\` or throws \`${pascal}Refused\`, \`${pascal}Unreachable\`,
 * \`${pascal}BrokeContract\` or \`${pascal}RequestInvalid\`. Throws \`OptionInvalid\`, a \`TypeError\`, for an option that it
 * cannot take${hasKeys ? ", such as a key that no header can carry" : ""}.
 */
export const create${pascal}Client = (options: ${pascal}ClientOptions): ${pascal}Client =>
  open${pascal}<Methods>("create${pascal}Client", { operations, validators }, options);

/**
 * Opens a client that has a few operations, those of \`@tieout/${name}/picks\`, and is otherwise the same. A bundle of it holds
 * nothing of the others: neither what they are held against nor how they are sent.
 */
export const pick${pascal}Client = <Id extends keyof Methods>(
  picked: { readonly [Name in Id]: PickedOperation<Methods[Name]> },
  options: ${pascal}ClientOptions,
): Pick<Methods, Id> =>
  open${pascal}<Pick<Methods, Id>>("pick${pascal}Client", pickOperations("pick${pascal}Client", picked), options);
`;
};
