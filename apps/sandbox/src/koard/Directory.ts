import { instantText } from "../world/calendar.ts";
import { identifierOf } from "../world/identifiers.ts";
import type { SettlementShape } from "./plan.ts";
import { ACCOUNT_COUNT, accountIdOf, accountNameOf, PARTNER_ACCOUNT, type Site } from "./sites.ts";

/** An object of the directory as Koard shows it. */
export type Entry = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;

/** Added objects are numbered from here, far above those of every world. */
const FIRST_ADDED = 2 ** 27;

const accountBody = (id: string, name: string, isPartner: boolean, createdAt: string): Entry => ({
  id,
  name,
  description: isPartner ? "Owns every account of the sandbox" : "A merchant of the sandbox",
  type: isPartner ? "partner" : "merchant",
  status: "active",
  address: {
    street_line1: "1 Sample Street",
    street_line2: "",
    city: "Sampleton",
    state: "CA",
    zip: "00501",
  },
  available_processor_configs: [],
  parent_account_ids: isPartner ? [] : [PARTNER_ACCOUNT.id],
  has_access_to_mms: isPartner,
  has_access_to_apple_config: false,
  organization_id: null,
  mcc: "8299",
  tax_id: null,
  surcharge_rate: null,
  created_at: createdAt,
  updated_at: null,
  deleted_at: null,
});

/** A terminal as Koard shows it; some name their currency by its number (Koard fact 5.3). */
const terminalBody = (site: Site, createdAt: string): Entry => ({
  terminal_id: site.terminalId,
  account_id: site.accountId,
  processor_config_id: site.processorConfigId,
  name: site.terminalName,
  description: null,
  status: "active",
  mid: site.processorMid,
  tid: site.processorTid,
  merchant_name: site.accountName,
  merchant_category_code: "8299",
  country_code: site.countryCode,
  currency_code: site.isPassthrough ? "840" : site.currency,
  terminal_capability: "5",
  surcharge_rate: null,
  var_sheet: null,
  location_id: site.locationId,
  transactions: [],
  metadata: null,
  created_at: createdAt,
  updated_at: null,
  deleted_at: null,
});

const locationBody = (site: Site, createdAt: string): Entry => ({
  id: site.locationId,
  account_id: site.accountId,
  name: `${site.accountName}, ${site.terminalName}`,
  address: null,
  country_code: site.countryCode,
  currency: site.currency,
  email: null,
  phone: null,
  metadata: null,
  processor_config_id: site.processorConfigId,
  status: "active",
  surcharge_rate: null,
  terminal_id: site.terminalId,
  created_at: createdAt,
  updated_at: null,
  deleted_at: null,
});

/** Who and where: the accounts, locations and terminals of Koard's half of the world. No night changes them, only writes do. */
export class Directory {
  readonly accounts = new Map<string, Entry>();
  readonly locations = new Map<string, Entry>();
  readonly terminals = new Map<string, Entry>();
  readonly #sites = new Map<string, Site>();
  #added = 0;

  constructor(shape: SettlementShape) {
    const createdAt = instantText(shape.todayMs - 500 * DAY_MS);
    this.accounts.set(
      PARTNER_ACCOUNT.id,
      accountBody(PARTNER_ACCOUNT.id, PARTNER_ACCOUNT.name, true, createdAt),
    );
    for (let account = 0; account < ACCOUNT_COUNT; account++) {
      const id = accountIdOf(account);
      this.accounts.set(id, accountBody(id, accountNameOf(account), false, createdAt));
    }
    for (const site of shape.sites) {
      this.addSite(site, terminalBody(site, createdAt));
      this.locations.set(site.locationId, locationBody(site, createdAt));
    }
  }

  /** The terminal that batches can be opened on. */
  site(terminalId: string): Site | undefined {
    return this.#sites.get(terminalId);
  }

  addSite(site: Site, terminal: Entry): void {
    this.#sites.set(site.terminalId, site);
    this.terminals.set(site.terminalId, terminal);
  }

  /** An identifier for something that is added; its ordinal with it. */
  nextIdentifier(kind: number): { readonly id: string; readonly ordinal: number } {
    const ordinal = FIRST_ADDED + this.#added++;
    return { id: identifierOf(0, kind, { ordinal }), ordinal };
  }
}

/** The one API key of an account; the whole key only for who asks for it. */
export const apiKeyBody = (account: Entry, isShown: boolean): Entry => ({
  id: `key-${String(account["id"])}`,
  account_id: account["id"],
  key: isShown ? "sandbox-key-0001" : null,
  name: "Nightly job",
  status: "active",
  created_at: account["created_at"],
  expires_at: null,
});
