import { type Fields, fieldsOf, flagIn, textIn } from "../http/fields.ts";
import type { Call, Handlers } from "../http/handler.ts";
import { json, Refused } from "../http/reply.ts";
import { instantText } from "../world/calendar.ts";
import { KIND } from "../world/identifiers.ts";
import { apiKeyBody, type Directory, type Entry } from "./Directory.ts";
import { envelope, pageIn, pageOf, readPage } from "./pages.ts";
import { PARTNER_ACCOUNT, type Site } from "./sites.ts";

/** Koard's largest page of terminals. */
const MOST_TERMINALS = 200;

/** Processors that Koard runs no schedule for; which ones is not documented, so this is the sandbox's choice. */
const UNSCHEDULED = new Set(["Payroc", "EncryptedTlvPassthroughProcessor"]);

const found = (entries: ReadonlyMap<string, Entry>, id: string | undefined, what: string): Entry => {
  const entry = entries.get(id ?? "");
  if (entry === undefined) throw new Refused(404, `${what} not found for the given account`);
  return entry;
};

/** What was given and is not null: that alone changes an entry. */
const given = (body: Fields): Entry =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));

const listTerminals = (directory: Directory, { query, pageFault }: Call) => {
  const exact = [
    ["account_id", "account_id"],
    ["processor_config_id", "processor_config_id"],
    ["processor_mid", "mid"],
    ["processor_tid", "tid"],
    ["status", "status"],
  ] as const;
  const search = textIn(query, "search")?.toLowerCase() ?? "";
  const terminals = [...directory.terminals.values()].filter(
    (terminal) =>
      exact.every(
        ([name, member]) => textIn(query, name) === undefined || terminal[member] === query[name],
      ) && String(terminal["name"]).toLowerCase().includes(search),
  );
  const page = pageIn(query, 50, MOST_TERMINALS);
  const { rows, total } = readPage(page, pageFault, pageOf(terminals));
  return json(200, { terminals: rows, ...envelope(page, total) });
};

const createTerminal = (directory: Directory, body: Fields, now: string) => {
  const account = found(directory.accounts, textIn(body, "account_id"), "Account");
  const { id, ordinal } = directory.nextIdentifier(KIND.terminal);
  const processorConfigId = textIn(body, "processor_config_id") ?? "";
  const site: Site = {
    ordinal,
    accountId: String(account["id"]),
    accountName: String(account["name"]),
    terminalId: id,
    terminalName: textIn(body, "terminal_name") ?? "",
    locationId: directory.nextIdentifier(KIND.location).id,
    processorConfigId,
    processorName: "TSYS",
    processor: "tsys",
    processorMid: "000000886999",
    processorTid: String(ordinal).slice(-8),
    currency: "USD",
    countryCode: "840",
    offset: "UTC",
    isPassthrough: false,
  };
  const terminal = {
    terminal_id: id,
    account_id: site.accountId,
    processor_config_id: processorConfigId,
    name: site.terminalName,
    description: textIn(body, "terminal_description") ?? null,
    status: "active",
    mid: site.processorMid,
    tid: site.processorTid,
    country_code: "840",
    currency_code: "USD",
    terminal_capability: "5",
    surcharge_rate: null,
    var_sheet: body["var_sheet"] ?? null,
    transactions: [],
    metadata: null,
    created_at: now,
    updated_at: null,
    deleted_at: null,
  };
  directory.addSite(site, terminal);
  return json(201, terminal);
};

// Both refusals are documented (Koard fact 2.4).
const checkSchedule = (directory: Directory, terminalId: string, body: Fields): void => {
  const schedule = fieldsOf(body["batch_schedule"]);
  if (Object.keys(schedule).length === 0) return;
  if (UNSCHEDULED.has(directory.site(terminalId)?.processorName ?? "")) {
    throw new Refused(400, "The processor of this terminal does not support batch_schedule");
  }
  const entries = schedule["schedule"];
  if ((flagIn(schedule, "is_active") ?? true) && (!Array.isArray(entries) || entries.length === 0)) {
    throw new Refused(400, "An active batch_schedule needs at least one entry");
  }
};

const createAccount = (directory: Directory, body: Fields, now: string) => {
  const parentId = textIn(body, "parent_id") ?? PARTNER_ACCOUNT.id;
  found(directory.accounts, parentId, "Account");
  const { id } = directory.nextIdentifier(KIND.account);
  const { admin_email, admin_first_name, admin_last_name, parent_id, ...shown } = given(body);
  const account = {
    available_processor_configs: [],
    has_access_to_mms: false,
    has_access_to_apple_config: false,
    ...shown,
    id,
    status: "active",
    parent_account_ids: [parentId],
    created_at: now,
    updated_at: null,
    deleted_at: null,
  };
  directory.accounts.set(id, account);
  return json(201, account);
};

const createLocation = (directory: Directory, body: Fields, now: string) => {
  found(directory.accounts, textIn(body, "account_id"), "Account");
  const { id } = directory.nextIdentifier(KIND.location);
  const defaults = { country_code: "840", currency: "USD", status: "active", metadata: null };
  const location = { ...defaults, ...given(body), id, created_at: now, updated_at: null, deleted_at: null };
  directory.locations.set(id, location);
  return json(201, location);
};

/** Koard's accounts, keys, locations and terminals. `nextInstantMs` dates what is written. Koard fact 2.4. */
export const koardDirectoryHandlers = (directory: Directory, nextInstantMs: () => number): Handlers => {
  const now = (): string => instantText(nextInstantMs());
  return {
    getAccount: ({ path }) => json(200, found(directory.accounts, textIn(path, "account_id"), "Account")),
    createAccount: ({ body }) => createAccount(directory, body, now()),
    listApiKeys: ({ path, query }) => {
      const account = found(directory.accounts, textIn(path, "account_id"), "Account");
      return json(200, [apiKeyBody(account, flagIn(query, "include_keys") === true)]);
    },
    createLocation: ({ body }) => createLocation(directory, body, now()),
    updateLocation: ({ path, body }) => {
      const id = textIn(path, "location_id") ?? "";
      const location = { ...found(directory.locations, id, "Location"), ...given(body), updated_at: now() };
      directory.locations.set(id, location);
      return json(200, location);
    },
    listTerminals: (call) => listTerminals(directory, call),
    createTerminal: ({ body }) => createTerminal(directory, body, now()),
    updateTerminal: ({ path, body }) => {
      const id = textIn(path, "terminal_id") ?? "";
      const before = found(directory.terminals, id, "Terminal");
      checkSchedule(directory, id, body);
      const terminal = { ...before, ...given(body), updated_at: now() };
      directory.terminals.set(id, terminal);
      return json(200, terminal);
    },
  };
};
