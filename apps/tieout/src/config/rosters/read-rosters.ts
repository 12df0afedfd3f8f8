import { statSync } from "node:fs";
import { type CohortIdentity, cohortKey, normaliseEmail, type Rosters } from "@tieout/reconcile";
import { Effect, Result } from "effect";
import type { RosterConfig } from "../config-schema.ts";
import { ConfigurationWrong, type Fault } from "../faults.ts";
import { readGivenFile } from "../given-file.ts";
import { type RosterRow, readRows, UNREADABLE } from "./roster-rows.ts";

/** Turns a normalised address into what stands for the person in the ledger. */
type HashEmail = (email: string) => string;

/** Whom a cohort was meant for. */
export interface Roster extends Omit<CohortIdentity, "mode"> {
  /** Null where the configuration names none: that of the token then. */
  readonly mode: "live" | "test" | null;
  readonly file: string;
  readonly people: ReadonlySet<string>;
}

/** More than any roster of people; it keeps memory in bounds. */
const BYTES_MAX = 32 * 1024 * 1024;

/** What a column holds, and what a cell of it must be. The texts are personal: no message holds one. */
const KINDS = {
  email: { expected: "an e-mail address", read: (cell: string) => normaliseEmail(cell) },
  credential_id: {
    expected: "a credential's id, as text: a spreadsheet rounds numbers above 15 digits",
    read: (cell: string) => (cell === "" || cell === UNREADABLE ? undefined : cell),
  },
} as const;

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const sameName = (name: string): string => name.normalize("NFC").trim().toLowerCase();

/** Where the people of a roster stand: the column, and what it holds. One that is named holds addresses. */
const columnIn = (cells: ReadonlyArray<string>, named: string | undefined) => {
  const names = cells.map(sameName);
  const wanted = named === undefined ? ["email", "credential_id"] : [sameName(named)];
  const at = names.findIndex((name) => wanted.includes(name));
  if (at < 0) return undefined;
  return { at, kind: names[at] === "credential_id" ? ("credential_id" as const) : ("email" as const) };
};

const valuesIn = ([header, ...rows]: ReadonlyArray<RosterRow>, named: string | undefined, file: string) => {
  const column = columnIn(header?.cells ?? [], named);
  if (column === undefined) {
    const wanted = named === undefined ? "email or credential_id" : named;
    const how = named === undefined ? "; where it has another name, say so with column" : "";
    return {
      faults: [
        {
          where: file,
          problem: `line ${header?.line ?? 1}: expected a header with a column ${wanted}${how}`,
        },
      ],
    };
  }
  const { expected, read } = KINDS[column.kind];
  const cells = rows.map(({ line, cells: row }) => ({ line, value: read(row[column.at] ?? "") }));
  return {
    kind: column.kind,
    values: cells.flatMap(({ value }) => (value === undefined ? [] : [value])),
    faults: cells.flatMap(({ line, value }) =>
      value === undefined ? [{ where: file, problem: `line ${line}: expected ${expected}` }] : [],
    ),
  };
};

const readBytes = (file: string): Result.Result<Uint8Array, string> => {
  try {
    const { size } = statSync(file);
    return size > BYTES_MAX
      ? Result.fail(`has ${size} bytes; a roster may have ${BYTES_MAX}`)
      : Result.succeed(readGivenFile(file));
  } catch (cause) {
    return Result.fail(`cannot be read: ${reason(cause)}`);
  }
};

const readRoster = Effect.fnUntraced(function* (
  { file, encoding, column }: RosterConfig,
  hashEmail: HashEmail,
) {
  const bytes = readBytes(file);
  const rows = Result.isSuccess(bytes)
    ? yield* readRows(bytes.success, encoding, (cells) => columnIn(cells, column) !== undefined)
    : Result.fail(bytes.failure);
  if (Result.isFailure(rows))
    return { faults: [{ where: file, problem: rows.failure }], people: new Set<string>() };
  const { faults, kind, values = [] } = valuesIn(rows.success, column, file);
  return { faults, people: new Set(kind === "email" ? values.map(hashEmail) : values) };
});

/** Of two rosters for one cohort it could only be guessed which is meant, also where only one of them names a mode. */
const repeated = (rosters: ReadonlyArray<RosterConfig>): ReadonlyArray<Fault> =>
  rosters.flatMap(({ program, cohort, mode, file }, index) => {
    const keyIn = (one: string) => cohortKey({ mode: one, programId: program, name: cohort });
    const earlier = rosters
      .slice(0, index)
      .some(
        (other) =>
          cohortKey({ mode: "", programId: other.program, name: other.cohort }) === keyIn("") &&
          (other.mode === undefined || mode === undefined || other.mode === mode),
      );
    return earlier
      ? [{ where: file, problem: `is a second roster for the cohort ${keyIn(mode ?? "live")}` }]
      : [];
  });

/**
 * Reads the rosters of a book: whom each cohort was meant for. Addresses are hashed at once, under the
 * ledger's key, so that they compare with what the ledger holds and go nowhere else.
 *
 * Fails with {@link ConfigurationWrong} naming file and line of everything that cannot be read.
 */
export const readRosters = Effect.fnUntraced(function* (
  configs: ReadonlyArray<RosterConfig>,
  hashEmail: HashEmail,
) {
  const read = yield* Effect.forEach(configs, (config) => readRoster(config, hashEmail));
  const faults = [...read.flatMap((one) => one.faults), ...repeated(configs)];
  if (faults.length > 0) return yield* new ConfigurationWrong({ faults });
  return configs.map(
    ({ program, cohort, mode, file }, at): Roster => ({
      ...{ programId: program, name: cohort, mode: mode ?? null, file },
      people: read[at]?.people ?? new Set(),
    }),
  );
});

/** Rosters by the cohorts that they are for; one without a mode is for that of the token. */
export const rostersIn = (rosters: ReadonlyArray<Roster>, tokenMode: string | null): Rosters =>
  new Map(
    rosters.map(({ mode, programId, name, people }) => [
      cohortKey({ mode: mode ?? tokenMode ?? "live", programId, name }),
      people,
    ]),
  );
