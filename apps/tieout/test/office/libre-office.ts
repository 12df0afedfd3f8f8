import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const CSV_FILTER = "Text - txt - csv (StarCalc)";

/** LibreOffice's numbers for its languages. */
export const LANGUAGE = { englishUsa: 1033, german: 1031 } as const;

/** What LibreOffice's dialog for a CSV asks. Characters are always UTF-8, text is in double quotes. */
export interface ImportSettings {
  readonly separators: string;
  readonly language?: number;
  /** "Detect special numbers": also dates, percentages, currencies, truth values. */
  readonly specialNumbers?: boolean;
  readonly evaluateFormulas?: boolean;
  /** Every column marked as text. */
  readonly asText?: boolean;
}

/** More columns than any file has. */
const MAX_COLUMNS = 40;

const UTF_8 = 76;

const AS_TEXT = Array.from({ length: MAX_COLUMNS }, (_, index) => `${index + 1}/2`).join("/");

/** The tokens of the filter, in the order that LibreOffice numbers them from 1; those of exports are left alone. */
const filterOf = (settings: ImportSettings): string => {
  const { separators, language = LANGUAGE.englishUsa, asText = false } = settings;
  const { specialNumbers = false, evaluateFormulas = false } = settings;
  const characters = [...separators].map((one) => one.charCodeAt(0)).join("/");
  const tokens = [characters, '"'.charCodeAt(0), UTF_8, 1, asText ? AS_TEXT : "", language];
  return [...tokens, false, specialNumbers, false, false, false, 0, evaluateFormulas].join(",");
};

/**
 * Opens CSVs in LibreOffice without a window, as its dialog would with these settings, and saves each as a flat
 * OpenDocument sheet beside it; null is LibreOffice without being told anything, as it opens a workbook. Answers the sheets' paths.
 * Rejects where LibreOffice is not there, or leaves out a file.
 */
export const savedAsSheets = async (
  csvs: readonly string[],
  settings: ImportSettings | null,
): Promise<readonly string[]> => {
  const out = mkdtempSync(join(tmpdir(), "tieout-office-"));
  const profile = join(out, "profile");
  const filter = settings === null ? [] : [`--infilter=${CSV_FILTER}:${filterOf(settings)}`];
  try {
    await promisify(execFile)("soffice", [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--convert-to",
      "fods",
      "--outdir",
      out,
      ...filter,
      ...csvs,
    ]);
  } catch (cause) {
    throw new Error(
      "LibreOffice did not open the CSVs; to install it, run: apt-get install --no-install-recommends libreoffice-calc-nogui",
      { cause },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return csvs.map((csv) => join(out, basename(csv).replace(/\.(?:csv|xlsx)$/, ".fods")));
};
