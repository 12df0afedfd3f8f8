import { domainToASCII } from "node:url";
import { withoutInvisible } from "../invisible.ts";

/** A domain in IDNA's ASCII form; what cannot be one is compared as it is written. */
const asciiDomain = (domain: string): string => domainToASCII(domain) || domain;

/**
 * The number of the rule by which addresses are normalised, raised with every change of it: whoever keeps hashes of
 * addresses has to know by which rule they were made, since those of two rules cannot be compared.
 */
export const EMAIL_RULE = 2;

/**
 * An e-mail address in the one form under which it counts as a person: without what nobody sees (category Cf),
 * trimmed, NFC, lower case, the domain in IDNA's ASCII form (`bücher.example` is `xn--bcher-kva.example`); dots and
 * `+tags` are kept, since no mail system promises to ignore them (Record fact 5.9).
 *
 * `undefined` is not a person: not exactly one `@`, nothing on a side of it, or no dot in the domain.
 */
export const normaliseEmail = (raw: string): string | undefined => {
  const email = withoutInvisible(raw).trim().toLowerCase().normalize("NFC");
  const [local, written, more] = email.split("@");
  if (local === undefined || written === undefined || more !== undefined) return undefined;
  const domain = asciiDomain(written);
  return local !== "" && domain.includes(".") ? `${local}@${domain}` : undefined;
};
