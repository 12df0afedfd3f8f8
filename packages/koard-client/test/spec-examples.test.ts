import { loopback, specExamples } from "@tieout/openapi-codegen/testing";
import { expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { createKoardClient, type Violation } from "../src/index.ts";

it.each(specExamples(spec))("$name passes the client whole", async ({ operation, init, answer }) => {
  const { baseUrl, received } = await loopback(() => ({ json: answer }));
  const violations: Violation[] = [];
  const koard = createKoardClient({ apiKey: "k", baseUrl, onViolation: (one) => violations.push(one) });

  // The table holds every operation, so only the spec knows what this one takes.
  const methods = koard as unknown as Record<string, (init: unknown) => Promise<{ data: unknown }>>;
  expect((await methods[operation]?.(init))?.data).toStrictEqual(answer);
  expect(violations).toStrictEqual([]);
  expect(received).toHaveLength(1);
});
