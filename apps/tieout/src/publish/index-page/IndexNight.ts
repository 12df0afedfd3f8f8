import type { ReportedNight } from "../../ledger/reports/ReportOutline.ts";
import { type Html, html } from "../page/html.ts";

/** A night as the page of all nights shows it. */
export interface IndexNight extends ReportedNight {
  /** Whether its report is in this output directory: one that was published elsewhere, or moved away, is only named. */
  readonly isHere: boolean;
}

/** A link to a file of a night's report, where it is here. */
export const leadTo = ({ book, day, revision, isHere }: IndexNight, file: string, shown: Html): Html =>
  isHere
    ? html`<a href="${encodeURIComponent(book)}/${day}/r${String(revision)}/${file}">${shown}</a>`
    : shown;
