import { addDays } from "@tieout/reconcile";
import { describe, expect, it } from "vitest";
import type { IndexNight } from "../../../src/publish/index-page/IndexNight.ts";
import { indexPage } from "../../../src/publish/index-page/index-page.ts";

// What these tests prove: no book that gave up is passed over in silence on the page of all nights.

const night = (book: string, day: string): IndexNight => ({
  ...{ book, day, revision: 1, directory: `${day}/r1`, isHere: true, outline: null },
});

const nights = (book: string, first: string, count: number): readonly IndexNight[] =>
  Array.from({ length: count }, (_, at) => night(book, addDays(first, at)));

/** Of each book the text of its section, by the lines of the markup. */
const sectionsOf = (...args: Parameters<typeof indexPage>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...indexPage(...args).matchAll(/<h2><bdi>(.*?)<\/bdi><\/h2>\n([\s\S]*?)<\/section>/g)].map(
      ([, book = "", markup = ""]) => [
        book,
        markup.split("\n").flatMap((line) => /^<p[^>]*>(.*)<\/p>$/.exec(line)?.[1] ?? []),
      ],
    ),
  );

const missingCells = (page: string): number => page.split('<td class="missing">').length - 1;

describe("the page of all nights", () => {
  const reports = {
    nights: [
      ...nights("ahead", "2026-11-01", 30),
      ...nights("a night behind", "2026-11-01", 29),
      ...nights("silent", "2026-11-01", 20),
    ],
    windows: [],
    books: ["ahead", "never", "silent", "taken over"],
    ofOthers: [{ book: "taken over", hasLatest: true }],
    today: "2026-12-01",
  };

  it("says of a book that other books have newer reports, and marks the nights since; one night is no silence", () => {
    expect(sectionsOf(reports)).toEqual({
      "a night behind": ["No night is missing."],
      ahead: ["No night is missing."],
      never: ["A run was begun for this book, and no report came of any."],
      silent: ["No report since 2026-11-20, though another book has one of 2026-11-30."],
    });
    expect(missingCells(indexPage(reports))).toBe(9);
  });

  it("takes no book for silent because a wrong clock put a night of another one into the future", () => {
    const far = { ...reports, nights: [...reports.nights, night("ahead", "2099-02-01")] };
    expect(sectionsOf(far)["a night behind"]).toEqual(["No night is missing."]);
    expect(sectionsOf(far)["silent"]).toEqual(sectionsOf(reports)["silent"]);
  });

  it("draws no months without a report, so that a night that ran by a wrong clock does not fill it", () => {
    const far = [...nights("one", "2026-10-31", 2), night("one", "2026-12-31"), night("one", "2099-02-01")];
    const page = indexPage({ nights: far, windows: [], books: [], ofOthers: [], today: "2026-12-01" });
    expect(page.split('<table class="month">').length - 1).toBe(4);
    expect(page).toContain('<p class="missing">No report in 2027-01 to 2099-01.</p>');
    expect(page).not.toContain("No report in 2026");
    expect(page.length).toBeLessThan(20_000);
    const gap = [night("one", "2026-09-30"), night("one", "2026-11-01")];
    expect(indexPage({ nights: gap, windows: [], books: [], ofOthers: [], today: "2026-12-01" })).toContain(
      "No report in 2026-10.",
    );
  });
});
