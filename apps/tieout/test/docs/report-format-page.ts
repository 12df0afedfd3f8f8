import {
  CAPTURED_BASES,
  EXCEPTION_CODES,
  EXCEPTIONS,
  type ExceptionRule,
  NO_BASIS,
  REFUNDED_BASES,
} from "@tieout/reconcile";
import { TABLES } from "../../src/publish/tables/tables.ts";
import { TRANSACTION_COLUMNS } from "../../src/publish/transaction-columns.ts";
import { CONFIG_MEANINGS, MANIFEST_MEANINGS, RUN_MEANINGS } from "./member-meanings.ts";
import { filesIn, formatted, read } from "./repository.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** A table of Markdown. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const members = (meanings: Readonly<Record<string, string>>): string =>
  table(
    ["member", "meaning"],
    Object.entries(meanings).map(([name, meaning]) => [`\`${name}\``, meaning]),
  );

interface Described {
  readonly name: string;
  readonly meaning: string;
}

const bases = (total: "captured" | "refunded", list: readonly Described[], none: string): string =>
  table(
    [`\`${total}_basis\``, `the declared ${total} total equals`],
    [...list, { name: NO_BASIS, meaning: none }].map(({ name, meaning }) => [`\`${name}\``, meaning]),
  );

/**
 * Codes that the program raises: in the built one they stand as texts. A rule that nothing calls is not in
 * it, since the bundler takes out what is not used; and the list of all codes has them as names, not as texts.
 */
const raised = (): ReadonlySet<string> => {
  const program = filesIn("apps/tieout/dist").map(read).join("\n");
  const codes = EXCEPTION_CODES.filter((code) => new RegExp(`["\`]${code}["\`]`).test(program));
  if (codes.length === 0) throw new Error("apps/tieout/dist raises nothing; to fix this, run: pnpm build");
  return new Set(codes);
};

const codes = (): string => {
  const known = raised();
  return table(
    ["code", "severity", "about", "the rule"],
    EXCEPTION_CODES.map((code) => {
      const { severity, graver, entities, rule }: ExceptionRule = EXCEPTIONS[code];
      const said = known.has(code) ? rule : `_Not raised yet._ ${rule}`;
      return [
        `\`${code}\``,
        graver === undefined ? severity : `${severity} or ${graver}`,
        entities.join(", "),
        said,
      ];
    }),
  );
};

/** What stands in the template's `{{…}}`. */
const parts = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    TABLES.flatMap(({ file, key, columns }) => [
      [`key of ${file}`, key.map((name) => `\`${name}\``).join(", ")],
      [
        `columns of ${file}`,
        table(
          ["column", "meaning"],
          columns.map(({ name, meaning }) => [`\`${name}\``, meaning]),
        ),
      ],
    ]),
  ),
  "columns of transactions": table(
    ["column", "meaning"],
    TRANSACTION_COLUMNS.map(({ name, meaning }) => [`\`${name}\``, meaning]),
  ),
  refunded_bases: bases(
    "refunded",
    REFUNDED_BASES,
    `none of them; \`refunded_computed\` is then that of \`${REFUNDED_BASES[0].name}\``,
  ),
  captured_bases: bases("captured", CAPTURED_BASES, "none of them"),
  codes: codes(),
  manifest: members(MANIFEST_MEANINGS),
  config: members(CONFIG_MEANINGS),
  run: members(RUN_MEANINGS),
});

/** `docs/report-format.md`, made of its template and of what the code says. */
export const reportFormatPage = (): string => {
  const known = parts();
  const page = read("apps/tieout/test/docs/report-format.template.md").replace(
    /\{\{([\w .-]+)\}\}/g,
    (_, name: string) => {
      const part = known[name];
      if (part === undefined) throw new Error(`the template asks for {{${name}}}, which nothing fills`);
      return part;
    },
  );
  return formatted("docs/report-format.md", page);
};
