import { guarded, writeCsv } from "./csv.ts";
import type { Store } from "./Store.ts";

const HEADER =
  "book,mode,program_id,program_name,cohort,batches,credentials_declared,credentials_issued,people,reissued,other_status,issued_in_window,first_issued_at,last_issued_at,expected,missing,unexpected,state,exceptions,batch_ids";

const BATCHES = `
  SELECT b.*, p.name AS program_name FROM credential_batch b LEFT JOIN program p ON p.id = b.program
  ORDER BY b.issued_at, b.id`;

const CREDENTIALS = "SELECT id, person FROM credential WHERE batch = ?";

interface BatchRow {
  readonly id: string;
  readonly program: string;
  readonly program_name: string | null;
  readonly name: string;
  readonly mode: string;
  readonly recipients: number;
  readonly issued_at: string;
}

interface Cohort {
  readonly first: BatchRow;
  readonly ids: string[];
  readonly issued: Set<string>;
  readonly people: Set<string>;
  declared: number;
  reissued: number;
  lastIssuedAt: string;
}

const count = (store: Store): readonly Cohort[] => {
  const cohorts = new Map<string, Cohort>();
  const holders = new Set<string>();
  const credentials = store.db.prepare(CREDENTIALS);
  // The columns that the statements name.
  for (const batch of store.db.prepare(BATCHES).all() as unknown as readonly BatchRow[]) {
    const key = `${batch.mode}/${batch.program}/${batch.name.trim().toLowerCase()}`;
    const known = cohorts.get(key);
    const cohort: Cohort = known ?? {
      first: batch,
      ids: [],
      issued: new Set(),
      people: new Set(),
      declared: 0,
      reissued: 0,
      lastIssuedAt: "",
    };
    if (known === undefined) cohorts.set(key, cohort);
    cohort.ids.push(batch.id);
    cohort.declared += batch.recipients;
    cohort.lastIssuedAt = batch.issued_at;
    for (const { id, person } of credentials.all(batch.id)) {
      const holder = `${batch.mode}/${batch.program}/${person}`;
      if (holders.has(holder)) cohort.reissued += 1;
      holders.add(holder);
      cohort.issued.add(String(id));
      cohort.people.add(String(person));
    }
  }
  return [...cohorts.values()].sort((a, b) => (a.first.name < b.first.name ? -1 : 1));
};

const cellsOf = ({
  first,
  ids,
  issued,
  people,
  declared,
  reissued,
  lastIssuedAt,
}: Cohort): readonly string[] => {
  if (issued.size !== declared)
    throw new Error(`${first.name} does not tie out, which the reference cannot explain`);
  return [
    "default",
    guarded(first.mode),
    guarded(first.program),
    guarded(first.program_name),
    guarded(first.name),
    String(ids.length),
    String(declared),
    String(issued.size),
    String(people.size),
    String(reissued),
    "0",
    String(issued.size),
    first.issued_at,
    lastIssuedAt,
    ...["", "", ""],
    "final",
    "0",
    guarded(ids.toSorted().join(";")),
  ];
};

/** Writes what tieout calls credentials-by-cohort.csv, of batches that were all issued in the window. */
export const writeCohorts = (store: Store, path: string): void =>
  writeCsv(path, HEADER, count(store).map(cellsOf));
