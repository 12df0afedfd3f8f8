import { type Steps, valueAt } from "./pointer.ts";

/** Remembers, while items are taken out of a body, where those that stay stood when it came. */
export class Origins {
  readonly #cameAt = new WeakMap<readonly unknown[], readonly number[]>();

  /** Takes the items at `indexes`, ascending, out of `list`. */
  takeOut(list: unknown[], indexes: ReadonlySet<number>): void {
    const cameAt = this.#cameAt.get(list) ?? list.map((_, index) => index);
    this.#cameAt.set(
      list,
      cameAt.filter((_, index) => !indexes.has(index)),
    );
    const kept = list.filter((_, index) => !indexes.has(index));
    list.length = 0;
    // Not `push(...kept)`: as arguments, a few hundred thousand items overflow the stack.
    for (const item of kept) list.push(item);
  }

  /** The steps that led to the value at `steps` when the body came. */
  of(body: unknown, steps: Steps): Steps {
    return steps.map((step, depth) => {
      const holder = valueAt(body, steps.slice(0, depth));
      const cameAt = Array.isArray(holder) ? this.#cameAt.get(holder)?.[Number(step)] : undefined;
      return cameAt === undefined ? step : String(cameAt);
    });
  }
}
