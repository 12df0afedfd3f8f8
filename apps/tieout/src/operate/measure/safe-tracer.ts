import { Exit, Tracer } from "effect";
import type { ProblemOf } from "./Telemetry.ts";

/** The ledger is asked thousands of times a night; what is sent is phases and requests. */
const NOT_SENT = /^(?:Ledger\.|sqlite$|sql\.)/;

/** How a piece of work ended, without what an API itself said, and what a bug had in its hands. */
const safeExit = (exit: Exit.Exit<unknown, unknown>, problemOf: ProblemOf): Exit.Exit<unknown, unknown> => {
  if (Exit.isSuccess(exit)) return Exit.void;
  const problem = problemOf(exit.cause);
  return problem === null ? Exit.void : Exit.fail(problem);
};

/** A tracer whose spans hold nothing that may name people. */
export const safeTracer = (inner: Tracer.Tracer, problemOf: ProblemOf): Tracer.Tracer =>
  Tracer.make({
    ...inner,
    span: (options) => {
      const span = inner.span({ ...options, sampled: options.sampled && !NOT_SENT.test(options.name) });
      const end = span.end.bind(span);
      return Object.assign(span, {
        end: (endTime: bigint, exit: Exit.Exit<unknown, unknown>) => end(endTime, safeExit(exit, problemOf)),
      });
    },
  });
