import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Plugin } from "rolldown";
import { BUNDLED, type NoticedPackage, noticedPackage, packageFolderOf } from "./bundled-package.ts";
import { printedNotices } from "./printed-notices.ts";

/** What is passed on with a bundle. */
const NOTICES = "THIRD-PARTY-NOTICES.txt";

/** The bundler's own module, which it puts into what it bundles. */
const RUNTIME = "\0rolldown/runtime.js";

/** The folder of the bundler, whose runtime is a part of it. */
const bundler = (): string => {
  const entry = createRequire(import.meta.url).resolve("rolldown");
  const folder = packageFolderOf(entry);
  if (folder === undefined) throw new Error(`rolldown is not where packages are put: ${dirname(entry)}`);
  return folder;
};

/**
 * A plugin of the bundler that writes, beside what is built, whose packages are in it with their licences, and the same
 * as data. Code that was dropped is in no notice. A licence that asks for more than a notice stops the build.
 */
export const thirdPartyNotices = (): Plugin => {
  // Formats are built one by one into the same folder, and each names what all so far have.
  const found = new Map<string, NoticedPackage>();
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== "chunk") continue;
        for (const [module, { renderedLength }] of Object.entries(output.modules)) {
          const folder = module === RUNTIME ? bundler() : packageFolderOf(module);
          if (folder !== undefined && renderedLength > 0 && !found.has(folder))
            found.set(folder, noticedPackage(folder));
        }
      }
      const packages = [...found.values()].sort(byName);
      const data = packages.map(({ name, version, license }) => ({ name, version, license }));
      this.emitFile({ type: "asset", fileName: BUNDLED, source: `${JSON.stringify(data, null, 2)}\n` });
      if (packages.length > 0)
        this.emitFile({ type: "asset", fileName: NOTICES, source: printedNotices(packages) });
    },
  };
};

const byName = (one: NoticedPackage, other: NoticedPackage): number =>
  one.name === other.name ? (one.version < other.version ? -1 : 1) : one.name < other.name ? -1 : 1;
