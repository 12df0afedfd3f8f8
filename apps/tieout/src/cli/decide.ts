import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import { type Fault, UsageWrong } from "../config/faults.ts";
import { readOnlyLedger, sqliteLedger } from "../ledger/sqlite/open-ledger.ts";
import { decideExceptions } from "../operate/decide/decide-exceptions.ts";
import { readDecisionFile } from "../operate/decide/decision-file.ts";
import { listDecisions } from "../operate/decide/list-decisions.ts";
import { type AskedDecision, TYPED, type TypedDecision } from "../operate/decide/typed-decision.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { listJson, printedList, printedRecorded, recordedJson } from "./printed-decisions.ts";

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

/** What is asked for, as it was typed. */
interface Typed extends TypedDecision {
  readonly exceptionId: string;
  readonly withdraw: boolean;
  readonly from: string;
  readonly list: boolean;
}

/** What there is to do is named in one way. */
const usageFaults = ({ exceptionId, withdraw, from, list, ...typed }: Typed): ReadonlyArray<Fault> => {
  const ways = [
    ...(exceptionId === "" ? [] : [exceptionId]),
    ...(from === "" ? [] : ["--from"]),
    ...(list ? ["--list"] : []),
  ];
  if (ways.length === 0)
    return [
      {
        where: "EXCEPTION_ID",
        problem: "is missing; name an exception, or a file with --from, or ask for --list",
      },
    ];
  if (ways.length > 1) return [{ where: ways.join(" and "), problem: "are both given; keep one of them" }];
  if (exceptionId !== "") return [];
  return [...TYPED.filter((name) => typed[name] !== ""), ...(withdraw ? ["withdraw"] : [])].map((name) => ({
    where: `--${name}`,
    problem: `is given, and says nothing to ${ways.join()}: it belongs to one exception`,
  }));
};

const askedOf = ({ exceptionId, withdraw, ...typed }: Typed): AskedDecision => ({
  ...typed,
  exceptionId,
  isWithdrawal: withdraw,
  where: (field) => (field === "exception_id" ? exceptionId : `--${field}`),
});

/** `tieout decide`: records what people decided about exceptions. */
export const decide = Command.make(
  "decide",
  { exceptionId, ...flags, settings: settingFlags("decide"), ...outputFlags },
  Effect.fnUntraced(function* ({ exceptionId: id, settings: typedSettings, quiet, json, ...typed }) {
    const given: Typed = { ...typed, exceptionId: Option.getOrElse(id, () => "") };
    const faults = usageFaults(given);
    if (faults.length > 0) return yield* new UsageWrong({ faults });
    const settings = yield* ledgerSettingsOf(typedSettings);
    yield* requireLedger(settings);
    if (given.list) {
      const listed = yield* listDecisions(settings).pipe(Effect.provide(readOnlyLedger(settings.ledgerFile)));
      return yield* Console.log(json ? listJson(listed) : printedList(listed));
    }
    const asked = given.from === "" ? [askedOf(given)] : yield* readDecisionFile(given.from);
    const recorded = yield* decideExceptions(settings, asked).pipe(
      Effect.provide(sqliteLedger(settings.ledgerFile)),
    );
    if (json) yield* Console.log(recordedJson(recorded));
    else if (!quiet) yield* Console.log(printedRecorded(recorded));
  }),
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
