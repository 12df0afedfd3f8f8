import { textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";

const about = ({ name }: NamedSource) =>
  ({
    source: name,
    entity: "source",
    entityId: name,
    businessDate: null,
    currency: null,
    moneyAtStake: null,
    batchIds: [],
  }) as const;

/** That a source which an earlier report showed was not asked; `lastAsked` is the business day on which it was last. */
export const sourceNotAsked = (source: NamedSource, lastAsked: string): Finding => ({
  ...about(source),
  code: "SOURCE_NOT_ASKED",
  expected: textFigure(lastAsked),
  actual: null,
  whatHappened: `${source.title} was not asked; what this report says of it is what was known on ${lastAsked}.`,
  whatToDo:
    "Ask it on the next run; until then nothing new about it is found, and nothing of it is restated.",
});

/** That a list forgets old batches: the first business day that it went back to before, and the one now. */
export const horizonMoved = (
  source: NamedSource,
  { before, now }: { readonly before: string; readonly now: string },
): Finding => ({
  ...about(source),
  code: "HORIZON_MOVED",
  expected: textFigure(before),
  actual: textFigure(now),
  whatHappened: `${source.title} lists nothing older than ${now} any more, and listed batches from ${before} on before.`,
  whatToDo:
    "Nothing: older batches are kept as they were last seen. Have a backup of the ledger, which alone knows them now.",
});

/** Says of details that were given up why they could not be had, where they are said to be unavailable. */
export const givenUp = (
  finding: Finding,
  { title, answer, problem }: { readonly title: string; readonly answer: string; readonly problem: string },
): Finding => ({
  ...finding,
  actual: textFigure(answer),
  whatHappened: `${title} lists this batch, and its details could not be had for days: ${problem}`,
});
