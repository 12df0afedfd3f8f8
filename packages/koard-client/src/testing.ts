import { type ExampleApi, exampleApi } from "@tieout/http/testing";
import { operations } from "./generated/operations.ts";
import { examples, queries } from "./generated/testing.js";
import { validators } from "./generated/validators.js";

export type { Asked } from "@tieout/http/testing";

/** A Koard in the process itself; see {@link fakeKoard}. */
export type FakeKoard = ExampleApi<typeof examples>;

/**
 * Makes a Koard for tests that answers from the examples of the spec, without a port, a key or a wait: give its
 * `fetch` to the client. It remembers nothing that it is sent; `tieout sandbox` does.
 */
export const fakeKoard = (): FakeKoard =>
  exampleApi({ api: "Koard", operations, validators, queries, examples });
