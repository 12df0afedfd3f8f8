import { join } from "node:path";
import { run } from "./run.ts";

/** As much of `pnpm audit signatures --json` as is read. */
interface Audit {
  readonly audited: number;
  readonly invalid: readonly unknown[];
  readonly missing: readonly unknown[];
}

/**
 * Asks the registry whether it signed every package that the lockfile names, and says how many. A registry that serves
 * no keys, or cannot be reached, is said to have vouched for none. Fails where a signature is wrong or missing.
 */
export const auditSignatures = async (root: string): Promise<string> => {
  const pnpm = join(root, "node_modules/.bin/pnpm");
  const { code, out, err } = await run(pnpm, ["audit", "signatures", "--json"], root);
  return saidOf({ code, out, err });
};

const NOTHING_CHECKED =
  "No signature of an installed package was checked: the registry serves no keys, or could not be reached, or nothing is installed.";

/** How pnpm says that there is no package to ask about. */
const NO_PACKAGES = "ERR_PNPM_AUDIT_NO_PACKAGES";

/** What an audit comes to, from what pnpm printed. */
export const saidOf = ({ code, out, err }: Pick<Awaited<ReturnType<typeof run>>, "code" | "out" | "err">) => {
  if (err.includes(NO_PACKAGES)) return NOTHING_CHECKED;
  const start = out.indexOf("{");
  if (start === -1)
    throw new Error(`pnpm audit signatures failed (${code}): ${(err || out).trim().slice(-2000)}`);
  const { audited, invalid, missing }: Audit = JSON.parse(out.slice(start));
  const wrong = [...invalid, ...missing];
  if (wrong.length > 0 || code !== 0)
    throw new Error(
      `${wrong.length} of the ${audited} packages that are installed have a wrong signature or none, and the registry signs: ${JSON.stringify(wrong)}`,
    );
  return audited === 0
    ? NOTHING_CHECKED
    : `The registry signed all ${audited} installed packages that it has keys for.`;
};
