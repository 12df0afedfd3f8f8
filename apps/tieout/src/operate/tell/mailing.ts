import type { MessageSettings } from "../../config/message-settings.ts";
import type { Attempt } from "./deliver.ts";

type Mail = NonNullable<MessageSettings["mail"]>;

const SOCKET_MS = 3500;

/** A delivery by mail. The library is loaded only now: most runs send none. */
export const mailing =
  (
    { smtp, from, to }: Mail,
    { subject, text, html }: { readonly subject: string; readonly text: string; readonly html: string },
  ): Attempt =>
  async (signal) => {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({
      url: smtp.reveal(),
      ...{ connectionTimeout: SOCKET_MS, greetingTimeout: SOCKET_MS, socketTimeout: SOCKET_MS },
    });
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    try {
      await Promise.race([transport.sendMail({ from, to, subject, text, html }), ended]);
    } finally {
      transport.close();
    }
  };
