import { createHash } from "node:crypto";
import { Html, html } from "./html.ts";

/** What a page holds beside its head. */
interface PageContent {
  readonly title: Html;
  readonly heading: Html;
  readonly content: ReadonlyArray<Html>;
}

/** The policy of a page: nothing is fetched or run, and its one style is known by its hash. */
const policyOf = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** By what a page is known to be one of ours, which may be replaced. */
export const MADE_HERE = html`<meta name="generator" content="tieout">`;

/** A whole page that rests on no other file and runs nothing. */
export const pageOf = (style: string, { title, heading, content }: PageContent): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policyOf(style))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${MADE_HERE}
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${content}</main>
</body>
</html>
`.markup;
