// What a user does with a client, on any platform that has fetch: calls, walks, refusals, deadlines, events.
import {
  createKoardClient,
  createLimiter,
  errorFacts,
  isKoardRefusal,
  KoardRefused,
  KoardUnreachable,
} from "@tieout/koard";
import { fakeKoard } from "@tieout/koard/testing";
import { createKoardWebhooks, KoardEventRejected } from "@tieout/koard/webhooks";

const check = (name, is) => {
  if (!is) throw new Error(`not so: ${name}`);
};

export const probe = async () => {
  const fake = fakeKoard();
  const retries = [];
  const open = (options) => createKoardClient({ apiKey: "k", fetch: fake.fetch, ...options });
  const koard = open({
    limiter: createLimiter({ concurrency: 2 }),
    hooks: {
      onRetry: (e) => {
        retries.push(e.reason);
        throw new Error("own");
      },
    },
  });
  check("a call", (await koard.getBatch({ path: { batch_id: "b_1" } })).data.id.length > 0);
  const ids = [];
  for await (const { id } of koard.listBatches.items()) ids.push(id);
  check("a walk", ids.length > 0);
  for await (const { id } of koard.listBatches.stream()) {
    check("a stream", id === ids[0]);
    break;
  }
  fake.answer("getBatch", { status: 404 });
  const refused = await koard.getBatch({ path: { batch_id: "b_1" } }).catch((e) => e);
  check(
    "a refusal",
    refused instanceof KoardRefused && isKoardRefusal(refused, "getBatch", 404) && refused.body !== undefined,
  );
  // Bun takes also the cause from an error that it clones.
  if (!("Bun" in globalThis))
    check("its facts in a clone", errorFacts(structuredClone(refused))?.name === "KoardRefused");
  const ended = await open({ fetch: () => new Promise(() => {}) })
    .getBatch({ path: { batch_id: "b" }, deadline: Date.now() + 50 })
    .catch((e) => e);
  check("a deadline", ended instanceof KoardUnreachable && ended.reason === "deadline");
  const giveUp = new AbortController();
  const given = open({ fetch: () => new Promise(() => {}) })
    .getBatch({ path: { batch_id: "b" }, signal: giveUp.signal })
    .catch((e) => e);
  giveUp.abort(new Error("enough"));
  check("an abort", (await given).message === "enough");
  const key = `whsec_${btoa("0123456789012345678901")}`;
  const hooks = createKoardWebhooks({ secret: key });
  const forged = await hooks
    .receive(
      new Request("https://t.invalid", {
        method: "POST",
        headers: {
          "svix-id": "m",
          "svix-timestamp": String(Math.floor(Date.now() / 1000)),
          "svix-signature": "v1,AAAA",
        },
        body: "{}",
      }),
    )
    .catch((e) => e);
  check("a forged event", forged instanceof KoardEventRejected && forged.reason === "forged");
  return "all of it";
};
