import { Schema } from "effect";

/** A value that cannot be used: where it came from, and what would be right. Never the value of a secret. */
export interface Fault {
  /** `--cutoff`, `TIEOUT_CUTOFF`. */
  readonly where: string;
  /** "is 25:00; expected a time of day such as 02:30". */
  readonly problem: string;
}

const lines = (faults: ReadonlyArray<Fault>): ReadonlyArray<string> =>
  faults.map(({ where, problem }) => `${where} ${problem}`);

const listed = (faults: ReadonlyArray<Fault>): string => lines(faults).join("\n");

/** The command line asks for something that cannot be (exit 64); every fault is named at once. */
export class UsageWrong extends Schema.TaggedError<UsageWrong>()("UsageWrong", {
  faults: Schema.Array(Schema.Struct({ where: Schema.String, problem: Schema.String })),
}) {
  override get message(): string {
    return listed(this.faults);
  }
}

/** The configuration cannot be used (exit 78); every fault is named at once. */
export class ConfigurationWrong extends Schema.TaggedError<ConfigurationWrong>()("ConfigurationWrong", {
  faults: Schema.Array(Schema.Struct({ where: Schema.String, problem: Schema.String })),
}) {
  override get message(): string {
    return listed(this.faults);
  }
}

/** A message is one line, however long the value. */
const SHOWN_CHARS = 80;

/** A value as a fault shows it. An address may hold a password or a token: its user and its query are left out. */
export const shownValue = (text: string): string => {
  const isAddress = /^\s*[a-z][\w+.-]*:\/\//i.test(text);
  const withoutUser = isAddress
    ? text.replace(/^(\s*[^:]+:\/\/).*@/s, "$1…@")
    : text.replace(/^[^\s@]*:.*@/s, "…@");
  const shown = isAddress ? withoutUser.replace(/[?#].+$/s, "?…") : withoutUser;
  return JSON.stringify(shown.slice(0, SHOWN_CHARS));
};

/** What an error says, a line each: of wrong usage or configuration one for each fault. */
export const linesOf = (error: Error): ReadonlyArray<string> =>
  error instanceof UsageWrong || error instanceof ConfigurationWrong ? lines(error.faults) : [error.message];
