import { Secret } from "@tieout/http";
import type { Severity } from "@tieout/reconcile";
import type { FileObject, SettingsReader } from "./reader.ts";
import { setting } from "./setting.ts";
import { baseUrl, metricsFile, nonBlank, severity, variableName } from "./values.ts";

const HIGH: Severity = "high";

/** What messages say, and to whom. */
export const MESSAGES = {
  notify: setting({
    name: "notify",
    sentence: "From which severity on exceptions are messages: critical, high, medium, low, info or never",
    kind: severity,
    metavar: "",
    fallback: { text: "high", value: HIGH },
    from: ["environment", "file"],
    commands: [],
  }),
  publicUrl: setting({
    name: "publicUrl",
    sentence: "Where the output directory is served, for links in messages",
    kind: baseUrl,
    metavar: "",
    fallback: { text: "none, and messages have no link", value: null },
    from: ["environment", "file"],
    commands: [],
  }),
  mailFrom: setting({
    name: "mailFrom",
    sentence: "Whom mail is from",
    kind: nonBlank,
    metavar: "",
    fallback: { text: "none", value: null },
    from: ["environment", "file"],
    commands: [],
  }),
  mailTo: setting({
    name: "mailTo",
    sentence: "Whom mail goes to, apart by commas",
    kind: nonBlank,
    metavar: "",
    fallback: { text: "none", value: null },
    from: ["environment", "file"],
    commands: [],
  }),
  metricsFile: setting({
    name: "metricsFile",
    sentence: "The file that measures of the runs are written to, for Prometheus; its name ends in .prom",
    kind: metricsFile,
    metavar: "",
    fallback: { text: "none, and nothing is measured", value: null },
    from: ["environment", "file"],
    commands: [],
  }),
} as const;

const variable = <const Name extends string>(name: Name, of: string, fallback: string) =>
  setting({
    name,
    sentence: `The environment variable with ${of} or, with _FILE added, the file that holds it`,
    kind: variableName,
    metavar: "",
    fallback: { text: fallback, value: fallback },
    from: ["file"],
    commands: [],
  });

/** Addresses of receivers: who knows one can write to it, so the config file names the variable that has it. */
export const RECEIVERS = {
  pingVariable: variable(
    "pingVariable",
    "the address that is pinged as healthchecks.io has it",
    "TIEOUT_PING_URL",
  ),
  webhookVariable: variable("webhookVariable", "the address of a Standard Webhook", "TIEOUT_WEBHOOK_URL"),
  webhookSecretVariable: variable(
    "webhookSecretVariable",
    "the secret that a Standard Webhook is signed with",
    "TIEOUT_WEBHOOK_SECRET",
  ),
  slackVariable: variable("slackVariable", "the address of Slack's incoming webhook", "TIEOUT_SLACK_URL"),
  teamsVariable: variable("teamsVariable", "the address of a workflow of Teams", "TIEOUT_TEAMS_URL"),
  smtpVariable: variable(
    "smtpVariable",
    "the address of a mail server, smtp:// or smtps://",
    "TIEOUT_SMTP_URL",
  ),
} as const;

/** The address of a receiver, which may be a secret. */
export type Receiver = Secret;

/** The address a path below another one. */
export const addressBelow = (receiver: Receiver, path: string): Receiver => {
  const url = new URL(receiver.reveal());
  url.pathname = `${url.pathname.replace(/\/+$/, "")}${path}`;
  return new Secret(url.href);
};

/** Who is told of a book, and of what. Null where nobody is. */
export interface MessageSettings {
  readonly notify: Severity | null;
  readonly publicUrl: string | null;
  readonly ping: Secret | null;
  readonly webhook: { readonly url: Secret; readonly secret: Secret } | null;
  readonly slack: Secret | null;
  readonly teams: Secret | null;
  readonly mail: { readonly smtp: Secret; readonly from: string; readonly to: string } | null;
  readonly metricsFile: string | null;
}

/** The address of a receiver; never shown, since it may be a secret. */
const address = (reader: SettingsReader, name: string, protocols: RegExp): Secret | null => {
  const found = reader.secret(name);
  if (found === undefined) return null;
  if (URL.canParse(found) && protocols.test(new URL(found).protocol)) return new Secret(found);
  reader.configuration.push({ where: name, problem: "holds no address that can be sent to" });
  return null;
};

const HTTP = /^https?:$/;

/** A secret as Standard Webhooks have it: base64, with `whsec_` before it or without. */
const WEBHOOK_SECRET = /^(?:whsec_)?(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const webhook = (reader: SettingsReader, names: { readonly url: string; readonly secret: string }) => {
  const url = address(reader, names.url, HTTP);
  const secret = reader.secret(names.secret);
  if (url === null) return null;
  if (secret !== undefined && WEBHOOK_SECRET.test(secret)) return { url, secret: new Secret(secret) };
  reader.configuration.push({
    where: names.secret,
    problem:
      secret === undefined
        ? `is not set, and ${names.url} needs it`
        : "is no secret of a Standard Webhook; expected base64",
  });
  return null;
};

/** Reads who is told of a book: what its own object in the config file says goes before that of the file. */
export const messageSettings = (
  reader: SettingsReader,
  ...objects: ReadonlyArray<FileObject>
): MessageSettings => {
  const names = {
    ping: reader.value(RECEIVERS.pingVariable, ...objects),
    url: reader.value(RECEIVERS.webhookVariable, ...objects),
    secret: reader.value(RECEIVERS.webhookSecretVariable, ...objects),
    slack: reader.value(RECEIVERS.slackVariable, ...objects),
    teams: reader.value(RECEIVERS.teamsVariable, ...objects),
    smtp: reader.value(RECEIVERS.smtpVariable, ...objects),
  };
  const smtp = address(reader, names.smtp, /^smtps?:$/);
  const [from, to] = [reader.value(MESSAGES.mailFrom, ...objects), reader.value(MESSAGES.mailTo, ...objects)];
  if (smtp !== null && (from === null || to === null))
    reader.configuration.push({
      where: [from === null ? MESSAGES.mailFrom.variable : "", to === null ? MESSAGES.mailTo.variable : ""]
        .filter((name) => name !== "")
        .join(" and "),
      problem: `must be set where ${names.smtp} is`,
    });
  return {
    notify: reader.value(MESSAGES.notify, ...objects),
    publicUrl: reader.value(MESSAGES.publicUrl, ...objects),
    ping: address(reader, names.ping, HTTP),
    webhook: webhook(reader, names),
    slack: address(reader, names.slack, HTTP),
    teams: address(reader, names.teams, HTTP),
    mail: smtp === null || from === null || to === null ? null : { smtp, from, to },
    metricsFile: reader.value(MESSAGES.metricsFile, ...objects),
  };
};
