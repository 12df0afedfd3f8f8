import type { Console } from "effect";

/**
 * What shows nothing of itself and does something else instead: control characters and escapes, which move a terminal's
 * cursor or write into its clipboard; invisible ones and those that turn the direction of reading; separators of lines;
 * halves of surrogate pairs. The two that join letters are part of how some languages are written.
 */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/**
 * The one way in which text from outside becomes safe to print on a line: whatever would not show is shown as JSON would
 * write it, `\u001b`. So a text of JSON stays one, and says the same.
 */
export const printable = (text: string): string => text.replace(UNPRINTABLE, escaped);

/** Lines for people, of which each stays one line whatever its texts hold. */
export const asLines = (lines: ReadonlyArray<string>): string => lines.map(printable).join("\n");

const safe = (printed: unknown): unknown =>
  typeof printed === "string" ? asLines(printed.split("\n")) : printed;

/**
 * A console whose every text is {@link printable}, for whatever a command prints or logs. Line breaks are taken to be
 * ours: who prints lines with texts from outside in them makes them with {@link asLines}.
 */
export const printableConsole = (console: Console.Console): Console.Console => {
  const through =
    (method: "debug" | "error" | "info" | "log" | "warn") =>
    (...printed: ReadonlyArray<unknown>): void =>
      console[method](...printed.map(safe));
  return Object.assign(Object.create(console), {
    debug: through("debug"),
    error: through("error"),
    info: through("info"),
    log: through("log"),
    warn: through("warn"),
  });
};
