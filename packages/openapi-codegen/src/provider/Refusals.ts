import { SpecRefused } from "../document/json.ts";

/** An operation that no client can have, and why. */
export interface RefusedOperation {
  /** `GET /things`, `webhook paid`, or a path alone of which nobody knows the methods. */
  readonly operation: string;
  /** Its operationId, as the document has it. */
  readonly id?: string | undefined;
  /** Begins with the pointer to it. */
  readonly reason: string;
  /** The pointer to the id of the operation that has the same one. */
  readonly twin?: string | undefined;
}

/** An operation, or what else may be left out, and the pointer to it. */
export interface Place extends Omit<RefusedOperation, "reason"> {
  readonly at: string;
}

/** Collects what is left out of a client. */
export class Refusals {
  readonly all: RefusedOperation[] = [];

  /** What `work` comes to; undefined where it refuses, which is kept. A reason that names no pointer is that of the place. */
  attempt<Made>({ at, ...place }: Place, work: () => Made): Made | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SpecRefused)) throw error;
      const said = error.message.replaceAll(/\s+/g, " ").slice(0, 300);
      this.all.push({ ...place, reason: said.startsWith("#/") ? said : `${at}: ${said}` });
      return undefined;
    }
  }

  /** Whether nothing is refused. */
  passes(place: Place, check: () => void): boolean {
    return (
      this.attempt(place, () => {
        check();
        return true;
      }) === true
    );
  }
}
