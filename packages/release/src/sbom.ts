import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { BUNDLED, type BundledPackage } from "@tieout/notices";
import type { Manifest } from "./packages.ts";

/** A package that a bill of materials is made of. */
export interface BilledPackage {
  /** Its folder in the work tree, where it was built and its dependencies are installed. */
  readonly folder: string;
  /** As it is published. */
  readonly manifest: Manifest;
}

/**
 * The bill of materials of a package, as CycloneDX 1.6 in JSON: what is bundled into it, and what npm installs beside it,
 * each with its licence and the hash that the lockfile holds it to. The same package has the same bill.
 */
export const billOfMaterials = ({ folder, manifest }: BilledPackage, lockfile: string): string => {
  const { name, version } = manifest;
  const root = componentOf(
    { name, version, license: licenseOf(manifest) },
    {
      type: manifest.bin === undefined ? Enums.ComponentType.Library : Enums.ComponentType.Application,
      scope: undefined,
      integrity: undefined,
    },
  );
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: root }) });
  const parts = [...bundledIn(folder), ...installedBy(manifest.dependencies ?? {}, folder)];
  for (const part of parts) {
    const component = componentOf(part, {
      type: Enums.ComponentType.Library,
      scope: Enums.ComponentScope.Required,
      integrity: integrityOf(part, lockfile),
    });
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
};

const licenseOf = ({ name, license }: Manifest): string => {
  if (license === undefined) throw new Error(`The package.json of ${name} says no licence.`);
  return license;
};

/** How npm's packages are called where those of all ecosystems stand together. */
const purlOf = ({ name, version }: Pick<BundledPackage, "name" | "version">): string =>
  `pkg:npm/${name.replace("@", "%40")}@${version}`;

const componentOf = (
  part: BundledPackage,
  {
    type,
    scope,
    integrity,
  }: { type: Enums.ComponentType; scope: Enums.ComponentScope | undefined; integrity: string | undefined },
): Models.Component => {
  const [, group, name = part.name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(part.name) ?? [];
  return new Models.Component(type, name, {
    bomRef: purlOf(part),
    purl: purlOf(part),
    version: part.version,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense(part.license)]),
    ...(group !== undefined && { group }),
    ...(scope !== undefined && { scope }),
    ...(integrity !== undefined && {
      hashes: new Models.HashDictionary([
        [Enums.HashAlgorithm["SHA-512"], Buffer.from(integrity, "base64").toString("hex")],
      ]),
    }),
  });
};

/** What the build put into the package. */
const bundledIn = (folder: string): readonly BundledPackage[] => {
  const file = join(folder, "dist", BUNDLED);
  if (!existsSync(file)) throw new Error(`${file} is missing. To fix this, run: pnpm build`);
  return JSON.parse(readFileSync(file, "utf8"));
};

/** What npm installs beside the package, and beside that. */
const installedBy = (
  dependencies: Readonly<Record<string, string>>,
  from: string,
): readonly BundledPackage[] => {
  const found = new Map<string, BundledPackage>();
  const waiting = Object.keys(dependencies).map((name) => ({ name, from }));
  // A list that grows while it is walked is walked to its end.
  for (const { name, from: place } of waiting) {
    const folder = installedIn(place, name);
    if (found.has(folder)) continue;
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    found.set(folder, { name, version: manifest.version, license: licenseOf(manifest) });
    waiting.push(...Object.keys(manifest.dependencies ?? {}).map((one) => ({ name: one, from: folder })));
  }
  return [...found.values()];
};

/** Where Node would find a package from a folder. */
const installedIn = (from: string, name: string): string => {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return realpathSync(folder);
  if (dirname(from) === from) throw new Error(`${name} is not installed. To fix this, run: pnpm install`);
  return installedIn(dirname(from), name);
};

/** The SHA-512 of a package's tarball as the lockfile has it, in base64; undefined for one of this workspace. */
const integrityOf = ({ name, version }: BundledPackage, lockfile: string): string | undefined => {
  const at = lockfile.split("\n");
  const line = at.findIndex((text) => [`  ${name}@${version}:`, `  '${name}@${version}':`].includes(text));
  return /integrity: sha512-([^}]+)/.exec(at[line + 1] ?? "")?.[1];
};
