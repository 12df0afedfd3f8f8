import { type ExampleApi, exampleApi } from "@tieout/http/testing";
import { operations } from "./generated/operations.ts";
import { examples, queries } from "./generated/testing.js";
import { validators } from "./generated/validators.js";

export type { Asked } from "@tieout/http/testing";

/** A Record in the process itself; see {@link fakeRecord}. */
export type FakeRecord = ExampleApi<typeof examples>;

/**
 * Makes a Record for tests that answers from the examples of the spec, without a port, a token or a wait: give its
 * `fetch` to the client. It remembers nothing that it is sent; `tieout sandbox` does.
 */
export const fakeRecord = (): FakeRecord =>
  exampleApi({
    api: "Record",
    basePath: "/api/external/issuance",
    operations,
    validators,
    queries,
    examples,
  });
