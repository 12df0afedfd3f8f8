import { Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const exceptionId = Argument.String("EXCEPTION_ID").pipe(
  Argument.withDescription("The id of an exception: the first column of exceptions.csv"),
  Argument.optional,
);

const text = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(
    Flag.withMetavar(metavar),
    Flag.withDescription(description),
    Flag.optional,
    Flag.map((given) => Option.getOrElse(given, () => "").trim()),
  );

const yes = (name: string, description: string) =>
  Flag.Boolean(name).pipe(Flag.withDescription(description), Flag.withDefault(false));

const typedFlags = {
  as: text("as", "WORD", "What is decided: accepted, waiting or assigned"),
  by: text("by", "NAME", "Who decides"),
  to: text("to", "NAME", "Who has to see to it, of what is assigned"),
  until: text("until", "DAY", "The report of this day shows it as undecided again, as 2026-12-11"),
  reason: text("reason", "TEXT", "Why"),
} as const;

const flags = {
  ...typedFlags,
  withdraw: yes("withdraw", "Take back what was decided about it"),
  from: text("from", "FILE", "Many at once, all or none: a CSV with exception_id,as,by,to,until,reason"),
  list: yes("list", "Show everything that was decided, and how it stands"),
} as const;

/** `tieout decide`: records what people decided about exceptions. */
export const decide = Command.make(
  "decide",
  { exceptionId, ...flags, settings: settingFlags("decide"), ...outputFlags },
  handled(({ decide }) => decide),
).pipe(
  Command.withDescription(
    "Keep what people decided about exceptions: it changes no figure, and keeps --fail-on and messages from naming what is known",
  ),
  Command.withExamples([
    {
      command: 'tieout decide x_98e084d94efa --as accepted --by Ana --reason "Written off, ticket 4711"',
      description: "It holds until its figures change or it is resolved",
    },
    {
      command:
        'tieout decide x_98e084d94efa --as waiting --by Ana --reason "the processor looks into it" --until 2026-12-11',
      description: "Leave it until Friday",
    },
    {
      command:
        'tieout decide x_98e084d94efa --as assigned --to Ben --by Ana --reason "Please call the processor"',
      description: "Somebody sees to it",
    },
    {
      command: "tieout decide x_98e084d94efa --withdraw --by Ana",
      description: "As if nothing had been decided",
    },
    { command: "tieout decide --from decisions.csv", description: "Many at once: all of them or none" },
    { command: "tieout decide --list", description: "Who decided what, and how it stands" },
  ]),
);
