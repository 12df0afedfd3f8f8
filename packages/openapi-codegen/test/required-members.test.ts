// Proves that members which `allOf` requires of an object that may be null compile, and are what they say.

import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { type JsonObject, writeTypes } from "../src/index.ts";
import { documentWith } from "./generated-client.ts";

const account: JsonObject = {
  type: ["object", "null"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};
const named: JsonObject = { allOf: [{ $ref: "#/components/schemas/Account" }], required: ["id"] };

/** What the strict compiler says of a file. */
const errorsOf = (text: string): readonly string[] => {
  const file = join(import.meta.dirname, "written-types.ts");
  const options: ts.CompilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true },
    ...{ target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, text, version) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
};

it("compiles, takes null, and insists on the member of what is not null", async () => {
  const types = await writeTypes(
    documentWith({}, { components: { schemas: { Account: account, Named: named } } }),
  );
  expect(types).toContain("WithRequired<");
  const uses = [
    'export const whole: readonly Named[] = [{ id: "a" }, { id: "a", name: "b" }, null];',
    "// @ts-expect-error the id is not there",
    'export const lacking: Named = { name: "b" };',
    "// @ts-expect-error it may be null",
    "export const read = (one: Named): string => one.id;",
  ];
  expect(errorsOf([types, ...uses].join("\n"))).toStrictEqual([]);
});
