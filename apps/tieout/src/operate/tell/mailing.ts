import type { Transporter } from "nodemailer";
import type { MessageSettings } from "../../config/message-settings.ts";
import type { Attempt } from "./deliver.ts";

type Mail = NonNullable<MessageSettings["mail"]>;

const SOCKET_MS = 3500;

/** Does something with a mail server, as long as the signal lets it. The library is loaded only now: most runs send none. */
const withServer =
  ({ smtp }: Mail, work: (transport: Transporter) => Promise<unknown>): Attempt =>
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
      await Promise.race([work(transport), ended]);
    } finally {
      transport.close();
    }
  };

/** A delivery by mail. */
export const mailing = (
  mail: Mail,
  content: { readonly subject: string; readonly text: string; readonly html: string },
): Attempt =>
  withServer(mail, (transport) => transport.sendMail({ from: mail.from, to: mail.to, ...content }));

/** Looks whether a mail server answers and takes the name and password, and sends nothing. */
export const mailServerAnswers = (mail: Mail): Attempt => withServer(mail, (transport) => transport.verify());
