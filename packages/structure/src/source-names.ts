import ts from "typescript";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./source-files.ts";
import { type Look, lookThrough } from "./syntax.ts";

/** Where a source may be called by its name: its adapter, the configuration, and the clients made of its spec. */
const AT_HOME = [
  "apps/tieout/src/sources/",
  "apps/tieout/src/config/",
  "packages/koard-client/",
  "packages/record-client/",
  // They play the part of both sources.
  "apps/sandbox/",
  "apps/bench/",
  "apps/conformance/",
  // Sources for tests to have.
  "packages/reconcile/src/testing.ts",
  // The command that starts the sandbox.
  "apps/tieout/src/cli/commands/sandbox.ts",
  "apps/tieout/src/cli/sandbox.ts",
  // `Record` is TypeScript's there.
  "packages/openapi-codegen/",
  // It looks for them.
  "packages/structure/",
];

const NAME = /^\s*(?:koard|record)\s*$/i;

/** A member of that name, read or written; `Record` is also what TypeScript and Effect's Schema call a map. */
const MEMBER = /^(?:koard|record)$/;

/** Koard in any case; Record as a name, which "a record of the ledger" is not. */
const IN_SENTENCE = /\b(?:[Kk]oard|KOARD|Record)\b/;

/** The text of a literal, or of a piece of one; what is imported has no name but that of its file. */
const textOf = (node: ts.Node): string | undefined => {
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  if (!isText || ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)) return undefined;
  return node.text;
};

/** The name of a member that is read, declared or given. */
const memberOf = (node: ts.Node): string | undefined => {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const isMember =
    ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isPropertySignature(node);
  return isMember && ts.isIdentifier(node.name) ? node.name.text : undefined;
};

const named: Look = (node) => {
  const member = memberOf(node);
  if (member !== undefined && MEMBER.test(member)) return `.${member}`;
  const text = textOf(node);
  return text !== undefined && NAME.test(text) ? JSON.stringify(text) : undefined;
};

const inSentence: Look = (node) => {
  const text = textOf(node);
  return text !== undefined && IN_SENTENCE.test(text) && !NAME.test(text) ? JSON.stringify(text) : undefined;
};

const abroad = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.filter(({ path }) => !AT_HOME.some((home) => path.startsWith(home)));

/** Texts and members that are the name of a source, outside the places that know the sources. */
export const sourceNames = (files: readonly SourceFile[]): readonly Finding[] =>
  abroad(files).flatMap((file) => lookThrough(file, named));

/** Sentences there that call a source by its name, where they could take it from their context. */
export const sourceSentences = (files: readonly SourceFile[]): readonly Finding[] =>
  abroad(files).flatMap((file) => lookThrough(file, inSentence));
