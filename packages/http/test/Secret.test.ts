import { inspect } from "node:util";
import { expect, it } from "vitest";
import { OptionInvalid, Secret } from "../src/index.ts";
import { rejection } from "./calls.ts";

it("gives a key away only to who asks for it", () => {
  const key = new Secret("sk_live_c4n4ry");
  const shown = [
    String(key),
    `${key}`,
    JSON.stringify({ key }),
    inspect({ key }, { depth: 9, showHidden: true }),
    JSON.stringify(structuredClone(key)),
    Object.values(key).join(),
  ];
  expect(shown.join()).not.toContain("c4n4ry");
  expect(key.reveal()).toBe("sk_live_c4n4ry");
});

it.each(["", "two words", "line\n", "schlüssel"])("does not take %j, nor repeat it", async (value) => {
  const error = await rejection((async () => new Secret(value))());
  expect(error).toBeInstanceOf(OptionInvalid);
  if (value !== "") expect(String(error)).not.toContain(value);
});
