import type { ReportedNight, ReportedWindow } from "../../ledger/reports/ReportOutline.ts";
import { type Html, html } from "../page/html.ts";

/** Where a report is. */
interface Place {
  /** Its directory under its book's. */
  readonly directory: string;
  /** Whether it is in this output directory: one that was published elsewhere, or moved away, is only named. */
  readonly isHere: boolean;
}

/** A night as that page shows it. */
export interface IndexNight extends ReportedNight, Place {}

/** A window of one's own as that page shows it. */
export interface IndexWindow extends ReportedWindow, Place {}

/** A book of another ledger, which publishes into the same directory. */
export interface OtherBook {
  readonly book: string;
  /** Whether `latest` leads to a page. */
  readonly hasLatest: boolean;
}

/** All that the page of all nights shows. */
export interface IndexedReports {
  /** By book and day; of a day with a whole and an incomplete report the whole one last. */
  readonly nights: ReadonlyArray<IndexNight>;
  /** By book and window. */
  readonly windows: ReadonlyArray<IndexWindow>;
  /** Books whose reports stand here and which the ledger does not know, in their order. */
  readonly ofOthers: ReadonlyArray<OtherBook>;
  /** Every book that a run was begun for, also where nothing came of it. */
  readonly books: ReadonlyArray<string>;
  /** The calendar day of this machine's clock: a night that a wrong clock put after it says of no other book that it stopped. */
  readonly today: string;
}

/** A link to the page of a report, where it is here. */
export const leadTo = ({ book, directory, isHere }: IndexNight | IndexWindow, shown: Html): Html =>
  isHere ? html`<a href="${encodeURIComponent(book)}/${directory}/report.html">${shown}</a>` : shown;
