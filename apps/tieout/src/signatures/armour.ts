/** Base64 in lines of 70, as `ssh-keygen` breaks them. */
const LINE = /.{1,70}/g;

/** Bytes as a text between two lines that name them. */
export const armour = (label: string, bytes: Buffer): string =>
  [
    `-----BEGIN ${label}-----`,
    ...(bytes.toString("base64").match(LINE) ?? []),
    `-----END ${label}-----`,
    "",
  ].join("\n");

/** The bytes of such a text; undefined where it is none. */
export const armoured = (label: string, text: string): Buffer | undefined => {
  const lines = text.trim().split(/\r?\n/);
  if (lines[0] !== `-----BEGIN ${label}-----` || lines.at(-1) !== `-----END ${label}-----`) return undefined;
  const body = lines.slice(1, -1).join("");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, "base64") : undefined;
};
