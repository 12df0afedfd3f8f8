import { type ClientNames, keyOptions } from "./names.ts";

/** A README to be completed by hand: install, key, first call, errors. */
export const readme = (names: ClientNames): string => {
  const { name, pascal, title, firstCall, baseUrl } = names;
  const key = `process.env.${name.toUpperCase().replaceAll("-", "_")}_API_KEY ?? ""`;
  const options = (text: string, rest: readonly string[] = []) => {
    const all = [
      keyOptions(names, text),
      ...(baseUrl === undefined ? ['baseUrl: "https://…"'] : []),
      ...rest,
    ];
    return `{ ${all.filter((one) => one !== "").join(", ")} }`.replace("{  }", "{}");
  };
  return `# @tieout/${name}

A typed client of ${title}, generated from [its spec](../../specs/${name}/openapi.yaml). What an answer holds is checked against that spec
before you see it.

\`\`\`sh
npm install @tieout/${name}
\`\`\`

\`\`\`ts
import { create${pascal}Client } from "@tieout/${name}";

const client = create${pascal}Client(${options(key)});
const { data } = await client.${firstCall};
\`\`\`

A call throws \`${pascal}Refused\` (the API said no: \`status\`, \`code\`, \`detail\`), \`${pascal}Unreachable\` (no usable answer came),
\`${pascal}BrokeContract\` (a 2xx body that breaks the spec: \`path\`, \`expected\`, \`actual\`) or \`${pascal}RequestInvalid\` (nothing was sent).
An operation that lists by pages has \`.items()\` and \`.pages()\`, which walk the whole list.

For tests, \`@tieout/${name}/testing\` answers from the examples of the spec:

\`\`\`ts
import { create${pascal}Client } from "@tieout/${name}";
import { fake${pascal} } from "@tieout/${name}/testing";

const client = create${pascal}Client(${options('"any"', [`fetch: fake${pascal}().fetch`])});
\`\`\`

Where [msw](https://mswjs.io) stands in for the network, \`setupServer(...fake${pascal}().handlers(http, address))\` answers by the same
examples, with \`http\` of msw and the address that the client calls.

What the spec has no example of is answered by a 400 that says so: write one into the spec, or into its overlay.
`;
};

/** `AGENTS.md`: what a program that uses the client has to know, to be completed by hand. It is in the tarball. */
export const agents = ({
  name,
  pascal,
  title,
}: ClientNames): string => `# Writing programs with @tieout/${name}

For whoever, or whatever, writes code that calls ${title}. [README.md](README.md) is the long form; \`@tieout/${name}/openapi.json\` is the
spec, and says of each operation what it takes, answers and refuses.

- **One method an operation**, by its \`operationId\`. It answers \`{ data, status, response, leftOut }\`, or throws. Do not build URLs, and do not
  add parameters that the types do not have: both are refused before anything is sent.
- **Do not retry around it.** What may be sent again is sent again inside, as \`Retry-After\` asks. \`maxAttempts\`, \`timeoutMs\` and
  \`deadline\` are options of a call.
- **A write whose error has a \`status\` of 2xx was taken.** Look it up; do not send it again.
- **Lists by pages**: \`.items()\` for all rows, each once; \`.stream()\` where the first rows are enough.
- **Errors by class and field**, never by message: \`error instanceof ${pascal}Refused\`, \`error.status\`. Anything with \`Invalid\` in its
  name is a mistake in the program.
- **Keys** go into \`create${pascal}Client\` alone. It keeps them out of messages; do not log requests.
- **Tests** give the client \`fake${pascal}().fetch\`, which answers from the examples of the spec and refuses what breaks it;
  \`.handlers(http, baseUrl)\` are handlers for msw.
`;
