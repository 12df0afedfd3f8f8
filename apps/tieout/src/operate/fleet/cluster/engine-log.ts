import { Logger } from "effect";

/**
 * What the engine says of itself, to people: a line where something is wrong, without what the engine knows about it, and
 * once until it is right again. It retries whatever it warns of.
 */
export const engineLog = (say: (sentence: string) => void) => {
  let last: unknown;
  const logger = Logger.make<unknown, void>(({ message, logLevel }) => {
    const [sentence]: ReadonlyArray<unknown> = Array.isArray(message) ? message : [message];
    if ((logLevel !== "Error" && logLevel !== "Info") || sentence === last) return;
    last = sentence;
    say(`The database of the fleet: ${sentence}`);
  });
  return Logger.layer([logger]);
};
