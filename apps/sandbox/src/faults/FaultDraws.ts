import { createHash } from "node:crypto";
import { drawsFor, PURPOSE } from "../world/draws.ts";
import type { HttpFault, Target } from "./fault-kinds.ts";
import { MILLION, millionths } from "./fault-list.ts";

/** After so many faults in a row the same request is let through, so that a client that asks often enough gets on. */
export const MOST_FAULTS_IN_A_ROW = 3;

/** Requests whose past is remembered; the one that was first asked for longest ago is forgotten first. */
const MOST_REQUESTS = 1_000_000;

/** How often a request was asked for, and how many of its last answers were spoilt. */
interface Past {
  readonly asked: number;
  readonly inARow: number;
}

const numberOf = ({ operation, path, body }: Target): number =>
  createHash("sha256").update(`${operation}\n${path}\n${body}`).digest().readInt32LE(0);

/**
 * Draws which request meets which of the faults that happen now and then.
 *
 * What a request meets follows from the seed, its operation, path, query and body, and how often it was asked
 * for before. So two runs meet the same faults, whatever was asked for in between. A rate of 1 hits every
 * request; other rates spare one that was hit {@link MOST_FAULTS_IN_A_ROW} times in a row.
 */
export class FaultDraws {
  readonly #seed: number;
  readonly #past = new Map<number, Past>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  next(target: Target, faults: readonly HttpFault[]): HttpFault | undefined {
    const request = numberOf(target);
    const { asked, inARow } = this.#past.get(request) ?? { asked: 0, inARow: 0 };
    const drawn = this.#draw(request, asked, faults);
    const isSpared = inARow >= MOST_FAULTS_IN_A_ROW && drawn?.rate !== 1;
    const fault = isSpared ? undefined : drawn;
    this.#remember(request, { asked: asked + 1, inARow: fault === undefined ? 0 : inARow + 1 });
    return fault;
  }

  #draw(request: number, asked: number, faults: readonly HttpFault[]): HttpFault | undefined {
    let drawn = drawsFor(this.#seed, PURPOSE.fault, request, asked).int(0, MILLION - 1);
    return faults.find(({ rate = 0 }) => {
      drawn -= millionths(rate);
      return drawn < 0;
    });
  }

  #remember(request: number, past: Past): void {
    const [oldest] = this.#past.keys();
    if (this.#past.size >= MOST_REQUESTS && oldest !== undefined) this.#past.delete(oldest);
    this.#past.set(request, past);
  }
}
