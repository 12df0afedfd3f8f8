import { expect, it } from "vitest";
import {
  entityIn,
  entityNameBegins,
  entityOf,
  nameBegins,
  nameBeginsIn,
  nameOf,
} from "../../src/close/figure-names.ts";

const figures = (entityId: string, currency: string | null = "USD") => ({
  ...({ source: "koard", entity: "batch", entityId, currency, businessDate: "2026-11-17" } as const),
  ...({ state: "final", figures: {} } as const),
});

it("the name of figures begins as that of all of their entity and of their source, and of no other", () => {
  for (const id of ["b1", 'b"1', "b1,2"])
    for (const currency of ["USD", null]) {
      const name = nameOf(figures(id, currency));
      expect(name).toBe(`${entityNameBegins(figures(id))}${JSON.stringify(currency)}]`);
      expect(name.startsWith(nameBegins("koard"))).toBe(true);
      expect(nameBeginsIn(name)).toBe(entityNameBegins(figures(id)));
      expect(entityIn(name)).toBe(entityOf(figures(id)));
      expect(name.startsWith(nameBegins("record"))).toBe(false);
    }
  expect(nameOf(figures("b11")).startsWith(entityNameBegins(figures("b1")))).toBe(false);
});
