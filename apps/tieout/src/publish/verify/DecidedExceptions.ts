import { isOpenException } from "@tieout/reconcile";
import { decisions } from "../tables/decisions.ts";
import { exceptions } from "../tables/exceptions.ts";
import { capped, type Problem } from "./problem.ts";
import type { PublishedManifest } from "./published-manifest.ts";
import { type CsvRow, cell } from "./read-csv.ts";

/** What one of the two files says was decided about an exception. */
type Said = ReadonlyMap<string, string>;

const sayDecision = (as: string, until: string): string => (until === "" ? as : `${as} until ${until}`);

const differing = (said: Said, other: Said, file: string): ReadonlyArray<string> =>
  [...said].flatMap(([id, decision]) =>
    other.get(id) === decision
      ? []
      : [`says that ${id} is ${decision}; by ${file} it is ${other.get(id) ?? "not decided about"}`],
  );

/** What exceptions.csv says was decided, held against decisions.csv and the manifest while the rows go by. */
export class DecidedExceptions {
  readonly #inExceptions = new Map<string, string>();
  readonly #inDecisions = new Map<string, string>();
  readonly #listed = new Set<string>();
  readonly #about = new Set<string>();
  #decided = 0;

  /** Adds a row of the CSV of this name. */
  add(file: string, row: CsvRow): void {
    const id = cell(row, "exception_id");
    if (file === exceptions.file) {
      this.#listed.add(id);
      const as = cell(row, "decision");
      if (as === "") return;
      this.#inExceptions.set(id, sayDecision(as, cell(row, "decision_until")));
      if (isOpenException({ status: cell(row, "status") })) this.#decided += 1;
    } else if (file === decisions.file) {
      this.#about.add(id);
      if (cell(row, "state") === "holds")
        this.#inDecisions.set(id, sayDecision(cell(row, "as"), cell(row, "until")));
    }
  }

  /** Where the two files, or the manifest, say something else. */
  problems({ exceptions: { decided } }: PublishedManifest): ReadonlyArray<Problem> {
    return [
      ...capped(exceptions.file, differing(this.#inExceptions, this.#inDecisions, decisions.file)),
      ...capped(decisions.file, [
        ...differing(this.#inDecisions, this.#inExceptions, exceptions.file),
        ...[...this.#about]
          .filter((id) => !this.#listed.has(id))
          .map((id) => `is about ${id}, which ${exceptions.file} does not list`),
      ]),
      ...(decided === this.#decided
        ? []
        : [
            {
              file: "manifest.json",
              problem: `says ${decided ?? "nothing"} of exceptions that are decided about; the rows of ${exceptions.file} come to ${this.#decided}`,
            },
          ]),
    ];
  }
}
