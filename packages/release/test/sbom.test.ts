import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { describe, expect, it } from "vitest";
import { saidOf } from "../src/audit-signatures.ts";
import { publishedPackages } from "../src/packages.ts";
import { billOfMaterials } from "../src/sbom.ts";
import { ROOT } from "./repository.ts";

const LOCKFILE = readFileSync(join(ROOT, "pnpm-lock.yaml"), "utf8");

const billed = (name: string, version = "1.2.3") => {
  const found = publishedPackages(ROOT).find(({ manifest }) => manifest.name === name);
  if (found === undefined) throw new Error(`no package ${name}`);
  const { folder, manifest } = found;
  return billOfMaterials({ folder: join(ROOT, folder), manifest: { ...manifest, version } }, LOCKFILE);
};

/** The parts of a bill, as `name@version`. */
const partsOf = (bill: string): readonly string[] =>
  JSON.parse(bill).components.map(
    ({ group, name, version }: Readonly<Record<string, string>>) =>
      `${group === undefined ? "" : `${group}/`}${name}@${version}`,
  );

describe("a bill of materials", () => {
  it.each(["tieout", "@tieout/reconcile"])(
    "is CycloneDX as its schema says, and the same whenever it is made: %s",
    async (name) => {
      const bill = billed(name);
      const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
      expect(await validator.validate(bill)).toBeNull();
      expect(billed(name)).toBe(bill);
      expect(JSON.parse(bill).metadata.component).toMatchObject({
        version: "1.2.3",
        licenses: [{ license: { id: "MIT" } }],
      });
    },
  );

  it("has what is bundled into the program, held to the hashes of the lockfile", () => {
    const bill = billed("tieout");
    const bundled: ReadonlyArray<Readonly<Record<string, string>>> = JSON.parse(
      readFileSync(join(ROOT, "apps/tieout/dist/bundled.json"), "utf8"),
    );
    expect([...partsOf(bill)].sort()).toEqual(
      bundled.map(({ name, version }) => `${name}@${version}`).sort(),
    );
    const effect = JSON.parse(bill).components.find(({ name }: { name: string }) => name === "effect");
    const integrity =
      new RegExp(`\\n {2}effect@${effect.version}:\\n.*sha512-([^}]+)`).exec(LOCKFILE)?.[1] ?? "";
    expect(effect).toMatchObject({
      purl: `pkg:npm/effect@${effect.version}`,
      hashes: [{ alg: "SHA-512", content: Buffer.from(integrity, "base64").toString("hex") }],
    });
    expect(
      JSON.parse(bill).components.every(({ hashes }: { hashes?: unknown }) => hashes !== undefined),
    ).toBe(true);
  });

  it("has what npm installs beside a library, and beside that", () => {
    const parts = partsOf(billed("@tieout/reconcile")).map((part) => part.replace(/@[^@]+$/, ""));
    expect(parts).toEqual(expect.arrayContaining(["dinero.js", "temporal-polyfill", "temporal-utils"]));
    // What its schemas call is in there, and nothing of their compiler.
    expect(partsOf(billed("@tieout/koard")).map((part) => part.replace(/@[^@]+$/, ""))).toEqual([
      "@tieout/http",
    ]);
  });
});

describe("what a registry says of its signatures", () => {
  const audit = (audited: number, invalid: readonly unknown[] = [], code = 0) => ({
    code,
    out: JSON.stringify({ audited, invalid, missing: [], verified: audited }),
    err: "",
  });

  it("is told, also where it says nothing", () => {
    expect(saidOf(audit(412))).toBe("The registry signed all 412 installed packages that it has keys for.");
    expect(saidOf(audit(0))).toMatch(
      /^No signature of an installed package was checked: the registry serves no keys/,
    );
  });

  it("stops a release where a signature is wrong, or the audit itself fails", () => {
    expect(() => saidOf(audit(412, [{ name: "effect" }], 1))).toThrow(/1 of the 412 packages .*"effect"/);
    expect(() => saidOf({ code: 1, out: "", err: "no lockfile" })).toThrow(/failed \(1\): no lockfile/);
  });
});
