// Proves that the clients can read whatever the specs allow, by someone else's reading of them: Prism answers in the
// sandbox's place, first with the specs' examples, then with what it makes up from the schemas alone.

import { specExamples } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import { APIS, callExample, firstExamples, operationIdsOf } from "./apis.ts";
import { mockOf, objections } from "./prism.ts";

describe.each(APIS)("the client of $api reads from Prism", ({ spec, operations, methods }) => {
  it("every example of the spec, whole", async () => {
    const prism = await mockOf(operations);
    const client = methods(prism, "sk_test_any");
    for (const example of specExamples(spec)) {
      const [, code, name] = example.name.split(" ");
      const data = await callExample(client, example, { prefer: `code=${code}, example=${name}` });
      expect([example.name, data]).toStrictEqual([example.name, example.answer]);
    }
    expect(objections(prism)).toStrictEqual([]);
  });

  // The seed decides everything that Prism makes up, so each run reads the same.
  it.each([1, 2])("an invented answer to every operation, seed %i", async (seed) => {
    const prism = await mockOf(operations);
    const client = methods(prism, "sk_test_any");
    const examples = firstExamples(spec);
    expect(examples.map(({ operation }) => operation).toSorted()).toStrictEqual(operationIdsOf(spec));
    for (const example of examples) {
      const data = await callExample(client, example, { prefer: `dynamic=true, seed=${seed}` });
      expect(data).not.toStrictEqual(example.answer);
    }
    expect(objections(prism)).toStrictEqual([]);
  });
});
