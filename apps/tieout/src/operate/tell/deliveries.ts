import { randomUUID } from "node:crypto";
import type { MessageSettings } from "../../config/message-settings.ts";
import type { Delivery } from "./deliver.ts";
import { posting } from "./deliver.ts";
import { mailOf, slackJson, teamsJson, webhookJson } from "./formats.ts";
import type { Message } from "./Message.ts";
import { mailing } from "./mailing.ts";

const JSON_TYPE = { "content-type": "application/json" } as const;

/** A Standard Webhook: one id and one signature, however often it is sent. */
const webhook = (
  { url, secret }: NonNullable<MessageSettings["webhook"]>,
  message: Message,
  now: Date,
): Delivery["attempt"] => {
  const id = `msg_${randomUUID()}`;
  const body = webhookJson(message, now.toISOString());
  return async (signal) => {
    const { Webhook } = await import("standardwebhooks");
    const headers = {
      ...JSON_TYPE,
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(secret.reveal()).sign(id, now, body),
    };
    await posting(url, body, headers)(signal);
  };
};

/** A message to everybody who is told of a book. */
export const deliveriesOf = (
  { webhook: hook, slack, teams, mail }: MessageSettings,
  message: Message,
  now: Date,
): ReadonlyArray<Delivery> => {
  const to = (name: string): string => `${name} of ${message.book}`;
  return [
    ...(hook === null ? [] : [{ to: to("The webhook"), attempt: webhook(hook, message, now) }]),
    ...(slack === null ? [] : [{ to: to("Slack"), attempt: posting(slack, slackJson(message), JSON_TYPE) }]),
    ...(teams === null ? [] : [{ to: to("Teams"), attempt: posting(teams, teamsJson(message), JSON_TYPE) }]),
    ...(mail === null ? [] : [{ to: to("Mail"), attempt: mailing(mail, mailOf(message)) }]),
  ];
};
