import { expect, it } from "vitest";
import { publishedPackages, readManifest } from "../src/packages.ts";
import { ROOT } from "./repository.ts";

const PACKAGES = publishedPackages(ROOT);

it.each(PACKAGES.map(({ folder }) => folder))(
  "%s says where its source is, as provenance is held against",
  (folder) => {
    const { url } = readManifest(ROOT).repository ?? {};
    expect(url).toMatch(/^git\+https:\/\/.+\.git$/);
    expect(readManifest(`${ROOT}/${folder}`).repository).toEqual({ type: "git", url, directory: folder });
  },
);

it("five packages are published", () => {
  expect(PACKAGES.map(({ manifest }) => manifest.name)).toEqual([
    "@tieout/http",
    "@tieout/koard",
    "@tieout/reconcile",
    "@tieout/record",
    "tieout",
  ]);
});
