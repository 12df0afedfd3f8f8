import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { redocly } from "@tieout/openapi-codegen";

/**
 * What the page may load: nothing. Script, style and spec are all inside; the one thing that Redoc would
 * still fetch is its maker's logo, and whoever reads a reference should not have to tell anybody.
 */
const ALONE = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
].join("; ");

/** The title and head of every page that Redocly makes begin so. */
const HEAD = "<head>";

/**
 * Builds the reference page of `specs/<name>/openapi.yaml` as one file that needs no network, and answers its
 * path. Our own marks (`x-retry`, `x-evidence` and the like) are shown beside what they belong to.
 */
export const writeReference = async (root: string, name: string, folder: string): Promise<string> => {
  const page = join(folder, `${name}.html`);
  const { code, out, err } = await redocly(root, [
    "build-docs",
    join("specs", name, "openapi.yaml"),
    "--inlineBundle",
    "--openapi.showExtensions=true",
    `--output=${page}`,
  ]);
  if (code !== 0) {
    throw new Error(`specs/${name} gave no reference page: ${(err.trim() || out.trim()).slice(-2000)}`);
  }
  const html = readFileSync(page, "utf8");
  if (!html.includes(HEAD))
    throw new Error(`${page} has no ${HEAD}: Redocly lays its pages out otherwise now`);
  writeFileSync(
    page,
    html.replace(HEAD, `${HEAD}\n  <meta http-equiv="Content-Security-Policy" content="${ALONE}">`),
  );
  return page;
};
