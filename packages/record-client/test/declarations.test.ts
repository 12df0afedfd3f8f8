import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileApart } from "@tieout/openapi-codegen/testing";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "..");

it("the built declarations import nothing but each other and @tieout/http", async () => {
  const dist = join(folder, "dist");
  const files = (await readdir(dist)).filter((name) => name.endsWith(".d.ts"));
  const texts = await Promise.all(files.map((name) => readFile(join(dist, name), "utf8")));
  const imports = texts.flatMap((text) =>
    [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from]) => from),
  );
  expect(new Set(imports.filter((from) => !from?.startsWith("./")))).toStrictEqual(
    new Set(["@tieout/http", "@tieout/http/testing"]),
  );
});

it("a program compiles against them where neither library of the spec's is installed", async () => {
  const program = `
import { createRecordClient, RecordRefused, type Program } from "@tieout/record";
import { fakeRecord } from "@tieout/record/testing";

const record = createRecordClient({ token: "sk_test_1", fetch: fakeRecord().fetch });
export const programs = async (): Promise<readonly Program[]> => (await record.listPrograms()).data.data;
export const status = (error: unknown) => (error instanceof RecordRefused ? error.status : undefined);
// Were a type lost on the way, anything would do here.
// @ts-expect-error a batch has an id
void record.getCredentialBatch({ path: {} });
`;
  expect(await compileApart(folder, "@tieout/record", program)).toBe("");
});
