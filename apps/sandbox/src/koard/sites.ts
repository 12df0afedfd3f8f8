import { identifierOf, KIND } from "../world/identifiers.ts";

/** One terminal with everything that hangs on it: its account, location, processor and currency. */
export interface Site {
  readonly ordinal: number;
  readonly accountId: string;
  readonly accountName: string;
  readonly terminalId: string;
  readonly terminalName: string;
  readonly locationId: string;
  readonly processorConfigId: string;
  /** As batches spell it. */
  readonly processorName: string;
  /** As transactions spell it. */
  readonly processor: string;
  readonly processorMid: string;
  readonly processorTid: string;
  readonly currency: string;
  /** ISO 3166 numeric. */
  readonly countryCode: string;
  /** The offset in which its processor prints times. */
  readonly offset: string;
  /** Whether a third party keeps the state of its transactions (Koard fact 2.2). */
  readonly isPassthrough: boolean;
}

const ACCOUNTS = [
  "Lakeside Academy",
  "Rheinufer Akademie",
  "桜学院",
  "Khalij Institute",
  "Northgate Workshops",
] as const;

type Kind = readonly [
  account: number,
  terminal: string,
  processor: string,
  currency: string,
  country: string,
  offset: string,
];

const KINDS: readonly [Kind, ...Kind[]] = [
  [0, "Front desk", "TSYS", "USD", "840", "UTC"],
  [0, "Workshop counter", "TSYS", "USD", "840", "UTC"],
  [1, "Empfang", "Worldpay", "EUR", "276", "+01:00"],
  [2, "受付", "Payroc", "JPY", "392", "UTC"],
  [3, "Reception", "Elavon", "KWD", "414", "UTC"],
  [4, "Hall A", "Fiserv", "USD", "840", "UTC"],
  [0, "Summer school", "TSYS", "EUR", "276", "UTC"],
  [1, "Werkstatt", "Worldpay", "EUR", "276", "+01:00"],
  [4, "Kiosk", "EncryptedTlvPassthroughProcessor", "USD", "840", "UTC"],
];

/** How many accounts own terminals; their identifiers are the same in every world. */
export const ACCOUNT_COUNT = ACCOUNTS.length;

/** The parent account of all others. */
export const PARTNER_ACCOUNT = {
  id: identifierOf(0, KIND.account, { ordinal: 99 }),
  name: "Tieout Sandbox Partner",
} as const;

/** The identifier of the account number `account`, from 0. */
export const accountIdOf = (account: number): string =>
  identifierOf(0, KIND.account, { ordinal: account + 1 });

/** The name of the account number `account`, from 0. */
export const accountNameOf = (account: number): string => ACCOUNTS[account] ?? `Account ${account + 1}`;

/**
 * The terminal number `ordinal`. The first nine differ in currency and processor, the rest repeat them.
 *
 * Identifiers do not depend on the seed, so that a configuration may name them; the processor's own have
 * leading zeros, as Koard fact 5.23 warns.
 */
export const siteOf = (ordinal: number): Site => {
  const [account, terminal, processorName, currency, countryCode, offset] =
    KINDS[ordinal % KINDS.length] ?? KINDS[0];
  const round = Math.floor(ordinal / KINDS.length);
  return {
    ordinal,
    accountId: accountIdOf(account),
    accountName: accountNameOf(account),
    terminalId: identifierOf(0, KIND.terminal, { ordinal: ordinal + 1 }),
    terminalName: round === 0 ? terminal : `${terminal} ${round + 1}`,
    locationId: identifierOf(0, KIND.location, { ordinal: ordinal + 1 }),
    processorConfigId: identifierOf(0, KIND.config, { ordinal: account + 1 }),
    processorName,
    processor:
      processorName === "EncryptedTlvPassthroughProcessor"
        ? "encrypted_tlv_passthrough"
        : processorName.toLowerCase(),
    processorMid: String(886_000 + account).padStart(12, "0"),
    processorTid: String(ordinal + 1).padStart(8, "0"),
    currency,
    countryCode,
    offset,
    isPassthrough: processorName === "EncryptedTlvPassthroughProcessor",
  };
};

/** How many terminals a world of `batches` has: at least nine, and about one batch a day each. */
export const siteCountFor = (batches: number): number => Math.max(KINDS.length, Math.ceil(batches / 40));
