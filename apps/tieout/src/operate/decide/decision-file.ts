import { statSync } from "node:fs";
import { Effect, Result } from "effect";
import { type Fault, UsageWrong } from "../../config/faults.ts";
import { readGivenFile } from "../../config/given-file.ts";
import { type RosterRow, readRows, UNREADABLE } from "../../config/rosters/roster-rows.ts";
import { type AskedDecision, TYPED } from "./typed-decision.ts";

const COLUMNS = ["exception_id", ...TYPED] as const;

/** More than anybody decides at once; it keeps memory in bounds. */
const BYTES_MAX = 32 * 1024 * 1024;

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const readBytes = (file: string): Result.Result<Uint8Array, string> => {
  try {
    const { size } = statSync(file);
    return size > BYTES_MAX
      ? Result.fail(`has ${size} bytes; it may have ${BYTES_MAX}`)
      : Result.succeed(readGivenFile(file));
  } catch (cause) {
    return Result.fail(`cannot be read: ${reasonOf(cause)}`);
  }
};

const columnOf = (cells: ReadonlyArray<string>, name: string): number =>
  cells.findIndex((cell) => cell.toLowerCase() === name);

/** Where the header, or a row, has not the form of such a file. */
const formFaults = (file: string, [header, ...rows]: ReadonlyArray<RosterRow>): ReadonlyArray<Fault> => {
  const cells = header?.cells ?? [];
  const missing = COLUMNS.filter((name) => columnOf(cells, name) < 0);
  const unknown = cells.filter((cell) => !COLUMNS.some((name) => name === cell.toLowerCase()));
  if (missing.length > 0 || unknown.length > 0 || cells.length > COLUMNS.length)
    return [
      {
        where: file,
        problem: `line ${header?.line ?? 1}: expected a header with the columns ${COLUMNS.join(", ")}, each once and no other`,
      },
    ];
  return rows.flatMap(({ line, cells: row }) => [
    ...(row.length === cells.length
      ? []
      : [
          {
            where: file,
            problem: `line ${line}: has ${row.length} cells, and the header has ${cells.length}`,
          },
        ]),
    ...(row.includes(UNREADABLE)
      ? [{ where: file, problem: `line ${line}: has a cell that is no text; format its column as text` }]
      : []),
  ]);
};

const repeated = (asked: ReadonlyArray<AskedDecision>): ReadonlyArray<Fault> =>
  [...Map.groupBy(asked, ({ exceptionId }) => exceptionId).values()].flatMap(([first, ...others]) =>
    others.map(({ exceptionId, where }) => ({
      where: where("exception_id"),
      problem: `is ${exceptionId}, and so is ${first?.where("exception_id")}`,
    })),
  );

/**
 * Reads many decisions from a CSV (or the first sheet of a workbook): a line each, blank lines aside. Fails with
 * `UsageWrong`, which names each wrong line.
 */
export const readDecisionFile = Effect.fn("readDecisionFile")(function* (file: string) {
  const bytes = readBytes(file);
  const rows = Result.isSuccess(bytes)
    ? yield* readRows(bytes.success, null, (cells) => columnOf(cells, "exception_id") >= 0)
    : Result.fail(bytes.failure);
  if (Result.isFailure(rows))
    return yield* new UsageWrong({ faults: [{ where: file, problem: rows.failure }] });
  const faults = formFaults(file, rows.success);
  if (faults.length > 0) return yield* new UsageWrong({ faults });
  const [header, ...lines] = rows.success;
  const at = (cells: ReadonlyArray<string>, name: (typeof COLUMNS)[number]): string =>
    cells[columnOf(header?.cells ?? [], name)] ?? "";
  const asked = lines.map(
    ({ line, cells }): AskedDecision => ({
      exceptionId: at(cells, "exception_id"),
      as: at(cells, "as"),
      by: at(cells, "by"),
      to: at(cells, "to"),
      until: at(cells, "until"),
      reason: at(cells, "reason"),
      isWithdrawal: false,
      where: (column) => `${file} line ${line}: ${column}`,
    }),
  );
  const twice = repeated(asked);
  if (twice.length > 0) return yield* new UsageWrong({ faults: twice });
  if (asked.length === 0)
    return yield* new UsageWrong({ faults: [{ where: file, problem: "has no line below its header" }] });
  return asked;
});
