import { FaultDraws } from "./FaultDraws.ts";
import { canHit, type HttpFault, type Target } from "./fault-kinds.ts";

interface Pending {
  readonly fault: HttpFault;
  toPass: number;
  left: number;
}

const matches = ({ operation, path, kind }: HttpFault, target: Target): boolean =>
  (operation === "*" || operation === target.operation) &&
  (path === undefined || target.path.includes(path)) &&
  canHit(kind, target.page);

/** The faults that are still to happen, in the order in which they were asked for, and those that happen now and then. */
export class Faults {
  readonly #seed: number;
  #pending: Pending[] = [];
  #rated: HttpFault[] = [];
  #draws: FaultDraws;

  constructor(seed: number) {
    this.#seed = seed;
    this.#draws = new FaultDraws(seed);
  }

  add(fault: HttpFault): void {
    if (fault.rate === undefined)
      this.#pending.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 });
    else this.#rated.push(fault);
  }

  clear(): void {
    this.#pending = [];
    this.#rated = [];
    this.#draws = new FaultDraws(this.#seed);
  }

  /** The fault that hits this request, if any; each request is hit by one at most, one that was asked for first. */
  next(target: Target): HttpFault | undefined {
    for (const pending of this.#pending) {
      if (!matches(pending.fault, target) || pending.left <= 0) continue;
      if (pending.toPass > 0) {
        pending.toPass--;
        continue;
      }
      pending.left--;
      return pending.fault;
    }
    const rated = this.#rated.filter((fault) => matches(fault, target));
    return rated.length === 0 ? undefined : this.#draws.next(target, rated);
  }
}
