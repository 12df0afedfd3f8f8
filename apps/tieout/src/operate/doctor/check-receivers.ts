import { Effect } from "effect";
import { otlpEndpoints } from "../../config/environment.ts";
import type { BookSettings, Settings } from "../../config/Settings.ts";
import { goThroughProxy } from "../process/go-through-proxy.ts";
import { answering, type Delivery, deliver } from "../tell/deliver.ts";
import { mailServerAnswers } from "../tell/mailing.ts";
import { type Check, fine, worrying } from "./Check.ts";

/** Whom a run would send something to. */
interface Receiver {
  readonly about: string;
  readonly delivery: Delivery;
}

const http = (about: string, to: string, url: string): Receiver => ({
  about,
  delivery: { to, attempt: answering(url) },
});

const receiversOf = ({ name, messages }: BookSettings): ReadonlyArray<Receiver> => {
  const { ping, webhook, slack, teams, mail } = messages;
  return [
    ...(ping === null ? [] : [http(`ping of ${name}`, "The ping", ping.reveal())]),
    ...(webhook === null ? [] : [http(`webhook of ${name}`, "The webhook", webhook.url.reveal())]),
    ...(slack === null ? [] : [http(`Slack of ${name}`, "Slack", slack.reveal())]),
    ...(teams === null ? [] : [http(`Teams of ${name}`, "Teams", teams.reveal())]),
    ...(mail === null
      ? []
      : [{ about: `mail of ${name}`, delivery: { to: "Mail", attempt: mailServerAnswers(mail) } }]),
  ];
};

const check = ({ about, delivery }: Receiver): Effect.Effect<Check> =>
  Effect.map(deliver([delivery]), ([problem]) =>
    problem === undefined
      ? fine(about, "somebody answers there; nothing was sent")
      : worrying(about, [`${problem}; a run goes on without it`]),
  );

/** Looks whether anybody answers where a run would send something: no run ends otherwise because of it. */
export const checkReceivers = Effect.fn("checkReceivers")(function* ({ books, proxy }: Settings) {
  const otlp = yield* otlpEndpoints;
  const receivers = [...books.flatMap(receiversOf), ...otlp.map((url) => http("OTLP", "OTLP", url))];
  if (receivers.length === 0) return [];
  yield* goThroughProxy(proxy, otlp);
  return yield* Effect.forEach(receivers, check, { concurrency: "unbounded" });
}, Effect.scoped);
