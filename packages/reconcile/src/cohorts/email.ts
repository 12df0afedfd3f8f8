/**
 * An e-mail address in the one form under which it counts as a person: trimmed, NFC, lower case; dots and
 * `+tags` are kept, since no mail system promises to ignore them (Record fact 5.9).
 *
 * `undefined` is not a person: not exactly one `@`, nothing on a side of it, or no dot in the domain.
 */
export const normaliseEmail = (raw: string): string | undefined => {
  const email = raw.trim().toLowerCase().normalize("NFC");
  const [local, domain, more] = email.split("@");
  if (local === undefined || domain === undefined || more !== undefined) return undefined;
  return local !== "" && domain.includes(".") ? email : undefined;
};
