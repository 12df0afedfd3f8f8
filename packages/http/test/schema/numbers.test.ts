// Proves which numbers each limit takes, at the limit itself and beside it.

import { expect, it } from "vitest";
import type { Schema } from "../../src/schema/faults.ts";
import { above, below, int32, int64, maximum, minimum, multipleOf } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

it.each<[string, Schema, readonly number[], readonly number[]]>([
  ["a number >= 2", minimum(2), [2, 2.5, 1e300], [1.9, -2]],
  ["a number <= 2", maximum(2), [2, 1.5, -1e300], [2.1, 3]],
  ["a number > 2", above(2), [2.1, 3], [2, 1]],
  ["a number < 2", below(2), [1.9, -3], [2, 3]],
  ["a multiple of 5", multipleOf(5), [0, 5, -10], [4, 7.5]],
  ["a multiple of 0.5", multipleOf(0.5), [0.5, 3], [0.75]],
  ["an integer", int64, [0, -5, 2 ** 60], [0.5, Number.POSITIVE_INFINITY]],
  ["an integer of 32 bits", int32, [0, 2 ** 31 - 1, -(2 ** 31)], [2 ** 31, -(2 ** 31) - 1, 0.5]],
])("%s", (expected, schema, right, wrong) => {
  for (const value of right) expect(told(schema, value)).toEqual([]);
  for (const value of wrong) expect(told(schema, value)[0]).toMatch(new RegExp(`^\\$: ${expected}, got `));
  // What is no number is none of its concern.
  for (const value of ["1", [], {}, null, true, undefined]) expect(told(schema, value)).toEqual([]);
});
