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

const baseUrlOption = ({ baseUrl, hasServers }: ClientNames): readonly string[] => [
  ...(baseUrl === undefined
    ? ["  /** Where the paths of the spec begin: it names no host. */", "  readonly baseUrl: string;"]
    : [
        "  /** In place of the spec's server, such as a sandbox on loopback. */",
        "  readonly baseUrl?: string;",
      ]),
  ...(hasServers
    ? [
        "  /**",
        "   * In place of the servers that single operations name, by their address in the spec. With a `baseUrl` of your own",
        "   * they have to be named too: until then these operations are not sent.",
        "   */",
        "  readonly servers?: Readonly<Record<string, string>>;",
      ]
    : []),
];

/** `src/client.ts`: the one handwritten file that binds the generated half to the transport. */
export const clientSource = (names: ClientNames): string => {
  const { pascal, title, baseUrl, onlyKey, security, hasServers } = names;
  const hasKeys = onlyKey !== undefined || Object.keys(security.schemes).length > 0;
  const hasPasswords = onlyKey === undefined && JSON.stringify(security.schemes).includes("Basic ");
  const imports = [
    "bindOperations",
    ...(hasKeys ? ["type Credential", "Credentials"] : []),
    ...(hasPasswords ? ["type NameAndPassword"] : []),
    "type OnViolation",
    "type Transport",
    "type TransportOptions",
    "transport",
  ];
  const key = onlyKey === undefined ? "credentials: given" : "apiKey";
  const given = onlyKey === undefined ? "given" : `{ ${JSON.stringify(onlyKey.scheme)}: apiKey }`;
  const taken = [
    ...(hasKeys ? [key] : []),
    baseUrl === undefined ? "baseUrl" : "baseUrl = BASE_URL",
    ...(hasServers ? ["servers"] : []),
    "onViolation",
    "...wire",
  ];
  const servers =
    baseUrl === undefined ? "servers ?? {}" : "servers ?? (options.baseUrl === undefined ? undefined : {})";
  return `import {
${imports.map((name) => `  ${name},`).join("\n")}
} from "@tieout/http";
import { errors } from "./errors.ts";
import { type Methods, operations${hasKeys ? ", security" : ""} } from "./generated/operations.ts";
import { validators } from "./generated/validators.js";
${baseUrl === undefined ? "" : `\nconst BASE_URL = ${JSON.stringify(baseUrl)};\n`}
/** ${title}, one method an operation of the spec. */
export type ${pascal}Client = Methods;

/** How a client reaches ${title}. What is optional has a default; times and retries are those of \`@tieout/http\`. */
export interface ${pascal}ClientOptions extends Omit<TransportOptions, "api" | "secrets" | "errors"> {
${[...keyOption(names), ...baseUrlOption(names)].join("\n")}
  /**
   * Is told about every record or member left out of an answer because it breaks the spec.
   * Without it, a broken record fails its whole call.
   */
  readonly onViolation?: OnViolation;
  /** In place of the transport made from the other options, to share one between clients. */
  readonly transport?: Transport;
}

/**
 * Opens a client. Sends nothing by itself.
 *
 * Every method answers \`{ data, response, leftOut }\` or throws \`${pascal}Refused\`, \`${pascal}Unreachable\`,
 * \`${pascal}BrokeContract\` or \`${pascal}RequestInvalid\`.${hasKeys ? " Throws a `TypeError` for a key that no header can carry." : ""}
 */
export const create${pascal}Client = (options: ${pascal}ClientOptions): ${pascal}Client => {
  const { ${taken.join(", ")} } = options;
${hasKeys ? `  const credentials = new Credentials(security, ${given});\n` : ""}  const own = { api: ${JSON.stringify(title)}, errors${hasKeys ? ", secrets: credentials.secrets" : ""} };
${hasServers ? `  const replaced = ${servers};\n` : ""}  return bindOperations<Methods>({
    ...own,
    operations,
    validators,
    baseUrl,
${hasKeys ? "    credentials,\n" : ""}    transport: wire.transport ?? transport({ ...wire, ...own }),
${hasServers ? "    ...(replaced ? { servers: replaced } : {}),\n" : ""}    ...(onViolation ? { onViolation } : {}),
  });
};
`;
};
