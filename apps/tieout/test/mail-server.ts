import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A mail server that keeps every mail it is given. */
export const startMailServer = async () => {
  const mails: Array<string> = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      let mail = "";
      for await (const piece of stream) mail += piece;
      mails.push(mail);
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("the mail server has no port");
  return { mails, address: `smtp://127.0.0.1:${address.port}` };
};
