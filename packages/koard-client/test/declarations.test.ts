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
  expect(imports.filter((from) => !from?.startsWith("./")).length).toBeGreaterThan(0);
  expect(new Set(imports.filter((from) => !from?.startsWith("./")))).toStrictEqual(
    new Set(["@tieout/http", "@tieout/http/testing"]),
  );
});

it("a program compiles against them where neither library of the spec's is installed", async () => {
  const program = `
import { createKoardClient, KoardRefused, type Batch } from "@tieout/koard";
import { fakeKoard } from "@tieout/koard/testing";
import { createKoardWebhooks } from "@tieout/koard/webhooks";

const koard = createKoardClient({ apiKey: "k", fetch: fakeKoard().fetch });
export const walked = async (): Promise<Batch[]> => {
  const batches: Batch[] = [];
  for await (const batch of koard.listBatches.items({ query: { limit: 5 } })) batches.push(batch);
  return batches;
};
export const amount = async (): Promise<number> =>
  (await koard.getBatch({ path: { batch_id: "b" }, query: { include_transactions: true } })).data.captured_amount;
export const status = (error: unknown) => (error instanceof KoardRefused ? error.status : undefined);
export const { receive } = createKoardWebhooks({ secret: "whsec_c2VjcmV0" });
// Were a type lost on the way, anything would do here.
// @ts-expect-error a batch has an id
void koard.getBatch({ path: {} });
// @ts-expect-error there is no such state to ask for
void koard.listBatches({ query: { statuses: ["settling"] } });
`;
  expect(await compileApart(folder, "@tieout/koard", program)).toBe("");
});
