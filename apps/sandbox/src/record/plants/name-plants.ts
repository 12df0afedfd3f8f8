import type { CredentialChange } from "../issuance-changes.ts";
import type { Recipient } from "../recipients.ts";

/** Some credentials of a batch, by their place, with another address; `undefined` leaves the member out. */
const addressed =
  (emails: Readonly<Record<number, string | undefined>>) =>
  (planned: readonly Recipient[]): readonly Recipient[] =>
    planned.map((one, index) => {
      if (!Object.hasOwn(emails, index)) return one;
      const { email: _, ...others } = one;
      const email = emails[index];
      return email === undefined ? others : { ...others, email };
    });

/** Who holds the credentials of a planned batch, told in ways that break no rule. */
export const ADDRESS_CHANGES = {
  "no-address": { recipients: addressed({ 0: undefined }) },
  // One person four times: by a domain's two forms, in two cases, and with a character that nobody sees.
  "idna-domain": {
    recipients: addressed({
      0: "eva@bücher.example",
      1: " EVA@xn--bcher-kva.example",
      2: "e\u00adva@bu\u0308cher.example\u200b",
      3: "Eva@BÜCHER.example",
    }),
  },
} as const satisfies Readonly<Record<string, CredentialChange>>;

/** A cohort's name with characters in it that nobody sees: a zero-width blank, and a mark of direction at the end. */
export const withHiddenCharacters = (batchName: string): string =>
  `${batchName.replace(" ", " \u200b")}\u200e`;
