import { type Html, html } from "../../publish/page/html.ts";
import { bodyOf, type Message, NAMED_MAX, subjectOf } from "./Message.ts";

/** The type of a Standard Webhook, by the occasion. */
const TYPES = { failed: "run.failed", recovered: "run.recovered", changed: "report.changed" } as const;

/** A message as a Standard Webhook has it. */
export const webhookJson = (message: Message, timestamp: string): string => {
  const { occasion, book, exit, problem, report, changes } = message;
  return JSON.stringify({
    type: TYPES[occasion],
    timestamp,
    data: {
      ...{ book, exit, problem },
      report: report && {
        day: report.day,
        revision: report.revision,
        verdict: report.verdict,
        manifest_sha256: report.manifestSha256,
        restatements: report.restatements,
        link: report.link,
      },
      changes: changes.length,
      exceptions: changes.slice(0, NAMED_MAX).map(({ kind, row }) => ({
        change: kind,
        exception_id: row.exceptionId,
        severity: row.severity,
        code: row.code,
        entity: row.entity,
        entity_id: row.entityId,
        currency: row.currency,
        money_at_stake: row.moneyAtStake,
        what_happened: row.whatHappened,
      })),
    },
  });
};

/** Slack reads these three as its own; everything else in a text of the type `plain_text` stands as it is. */
const slackText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A message for Slack's incoming webhook. */
export const slackJson = (message: Message): string => {
  const plain = (text: string) => ({ type: "plain_text", text: slackText(text), emoji: false });
  const lines = bodyOf(message).join("\n");
  return JSON.stringify({
    text: slackText(subjectOf(message)),
    blocks: [
      { type: "section", text: plain(subjectOf(message)) },
      ...(lines === "" ? [] : [{ type: "section", text: plain(lines) }]),
    ],
  });
};

/** What a text block of an Adaptive Card would read as markup. */
const cardText = (text: string): string => text.replaceAll(/[\\`*_[\]()#~]/g, "\\$&");

/** A message as an Adaptive Card, for a workflow of Teams. */
export const teamsJson = (message: Message): string => {
  const { report } = message;
  const block = (text: string) => ({ type: "TextBlock", text: cardText(text), wrap: true });
  const link = report?.link ?? null;
  const card = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      { ...block(subjectOf(message)), weight: "Bolder" },
      ...bodyOf(message)
        .filter((line) => line !== link)
        .map(block),
    ],
    ...(link === null ? {} : { actions: [{ type: "Action.OpenUrl", title: "Open the report", url: link }] }),
  };
  return JSON.stringify({
    type: "message",
    attachments: [
      { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card },
    ],
  });
};

/** A message as mail: its subject, and its body as text and as HTML. */
export const mailOf = (message: Message) => {
  const link = message.report?.link ?? null;
  const line = (text: string): Html =>
    text === link ? html`<p><a href="${text}">${text}</a></p>` : html`<p>${text}</p>`;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${subjectOf(message)}</title></head>
<body style="overflow-wrap: anywhere"><main><h1>${subjectOf(message)}</h1>
${bodyOf(message).map(line)}
</main></body></html>
`;
  return { subject: subjectOf(message), text: `${bodyOf(message).join("\n")}\n`, html: page.markup };
};
