import { OptionInvalid, type Secret } from "@tieout/http";

const PREFIX = "whsec_";

/** One webhook secret, ready to hold signatures against: HMAC-SHA-256, by WebCrypto, which every platform has. */
export class SigningKey {
  readonly #key: ReturnType<typeof crypto.subtle.importKey>;

  /** Throws an `OptionInvalid`, which does not hold it, for a secret that is not `whsec_` and base64. */
  constructor(secret: string | Secret) {
    const text = textOf(secret);
    const bytes = text.startsWith(PREFIX) ? bytesOf(text.slice(PREFIX.length)) : undefined;
    if (bytes === undefined || bytes.length === 0) {
      const expected = `${PREFIX} and base64, as the developer portal shows it`;
      throw new OptionInvalid({
        of: "createKoardWebhooks",
        option: "secret",
        expected,
        actual: "another value",
      });
    }
    this.#key = crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  }

  /** Whether a signature, in base64, is this key's. The platform compares in constant time. */
  async hasSigned(content: Uint8Array<ArrayBuffer>, signature: string): Promise<boolean> {
    const bytes = bytesOf(signature);
    return bytes !== undefined && crypto.subtle.verify("HMAC", await this.#key, bytes, content);
  }
}

/** What JavaScript may hand on as a secret; empty for what is none. */
const textOf = (secret: unknown): string => {
  if (typeof secret === "string") return secret;
  try {
    const { reveal }: { readonly reveal?: unknown } = Object(secret);
    return typeof reveal === "function" ? String(Reflect.apply(reveal, secret, [])) : "";
  } catch {
    return "";
  }
};

/** The bytes of a base64 text, or nothing where it is none. */
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
};
