import { Console, Effect, Option } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import { type Fault, UsageWrong } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { openLedger, openToLook, requireLedger } from "../ledger/open-ledger.ts";
import { decideExceptions } from "../operate/decide/decide-exceptions.ts";
import { readDecisionFile } from "../operate/decide/decision-file.ts";
import { listDecisions } from "../operate/decide/list-decisions.ts";
import { type AskedDecision, TYPED, type TypedDecision } from "../operate/decide/typed-decision.ts";
import type { Output } from "./flags.ts";
import { listJson, printedList, printedRecorded, recordedJson } from "./printed-decisions.ts";

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

/** What was typed. */
interface Given extends Output, Omit<Typed, "exceptionId"> {
  readonly exceptionId: Option.Option<string>;
  readonly settings: Flags;
}

/** What `tieout decide` does. */
export const decide = Effect.fnUntraced(function* ({
  exceptionId: id,
  settings: typedSettings,
  quiet,
  json,
  ...typed
}: Given) {
  const given: Typed = { ...typed, exceptionId: Option.getOrElse(id, () => "") };
  const faults = usageFaults(given);
  if (faults.length > 0) return yield* new UsageWrong({ faults });
  const settings = yield* ledgerSettingsOf(typedSettings);
  yield* requireLedger(settings.ledger);
  if (given.list) {
    const listed = yield* listDecisions(settings).pipe(Effect.provide(openToLook(settings.ledger)));
    return yield* Console.log(json ? listJson(listed) : printedList(listed));
  }
  const asked = given.from === "" ? [askedOf(given)] : yield* readDecisionFile(given.from);
  const recorded = yield* decideExceptions(settings, asked).pipe(Effect.provide(openLedger(settings.ledger)));
  if (json) yield* Console.log(recordedJson(recorded));
  else if (!quiet) yield* Console.log(printedRecorded(recorded));
});
