import { setFlagsFromString } from "node:v8";

/**
 * Loaded into a process before its program (`node --import`): when the process goes, V8's threads have a great deal to
 * compile and the heap is at its limit, so that one of them soon waits for a garbage collection.
 */

const FUNCTIONS = 200;
const STATEMENTS = 40;
const STORM_MS = 120;

const statement = (seed: number): string =>
  `x = (x * ${seed + 3} + y.a${seed % 7} + ${seed}) % 1000003;
   if (x % ${(seed % STATEMENTS) + 2} === 0) y = { a0: x, a1: y.a1, a2: x + 1, a3: 3, a4: y.a4, a5: 5, a6: x % 9 };`;

const compiled = (one: number): ((x: number, y: object) => number) => {
  const body = Array.from({ length: STATEMENTS }, (_, at) => statement(one + at)).join("\n");
  const made: unknown = new Function("x", "y", `for (let k = 0; k < 30; k++) {\n${body}\n}\nreturn x;`);
  return (x, y) => (typeof made === "function" ? Number(made(x, y)) : 0);
};

process.on("exit", () => {
  setFlagsFromString("--heap-growing-percent=1");
  const functions = Array.from({ length: FUNCTIONS }, (_, one) => compiled(one));
  const kept: unknown[] = [];
  const until = performance.now() + STORM_MS;
  for (let x = 1; performance.now() < until; )
    for (const one of functions) {
      x = one(x, { a0: 1, a1: 2, a2: 3, a3: 4, a4: 5, a5: 6, a6: 7 });
      kept.push({ x, both: [x, x] });
    }
});
