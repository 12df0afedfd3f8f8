import { Option } from "effect";
import { Flag } from "effect/cli";
import { FLAG_SETTINGS } from "../config/run-settings.ts";
import { type AnySetting, type CommandName, helpOf } from "../config/setting.ts";

/** What a flag comes to: undefined, or false, where it was not typed. */
type Typed = string | boolean | ReadonlyArray<string> | undefined;

/**
 * The flag of a setting. Its text is read later, together with the environment, so that every mistake is named at once.
 */
const flagOf = (name: string, setting: AnySetting): Flag.Flag<Typed> => {
  if (setting.kind.typed === "switch") return yes(name, helpOf(setting));
  const text = Flag.String(name).pipe(
    Flag.withMetavar(setting.metavar),
    Flag.withDescription(helpOf(setting)),
  );
  return setting.kind.typed === "list"
    ? text.pipe(Flag.atLeast(0))
    : text.pipe(Flag.optional, Flag.map(Option.getOrUndefined));
};

const yes = (name: string, description: string): Flag.Flag<boolean> =>
  Flag.Boolean(name).pipe(Flag.withDescription(description), Flag.withDefault(false));

/** The flags of a command that give settings, by the names of the settings. */
export const settingFlags = (command: CommandName): Readonly<Record<string, Flag.Flag<Typed>>> =>
  Object.fromEntries(
    Object.values<AnySetting>(FLAG_SETTINGS).flatMap((setting) =>
      setting.flag !== undefined && setting.commands.includes(command)
        ? [[setting.name, flagOf(setting.flag, setting)]]
        : [],
    ),
  );

/** How much a command says. */
export interface Output {
  readonly quiet: boolean;
  readonly json: boolean;
}

export const outputFlags = {
  quiet: yes("quiet", "Say nothing where all is well, and one line on standard error where it is not"),
  json: yes("json", "Print the summary as one JSON object"),
} as const;
