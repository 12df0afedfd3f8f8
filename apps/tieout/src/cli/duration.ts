import { Effect } from "effect";
import { shownValue, UsageWrong } from "../config/faults.ts";
import { retention } from "../config/values.ts";

/** The milliseconds of a duration that was typed for a flag; what is none is wrong usage. */
export const durationMs = Effect.fnUntraced(function* (flag: string, text: string) {
  const read = retention.read(text);
  if ("value" in read) return read.value;
  const problem = `is ${shownValue(text)}; expected ${read.expected}`;
  return yield* new UsageWrong({ faults: [{ where: flag, problem }] });
});
