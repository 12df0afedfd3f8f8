import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { ConfigurationWrong, UsageWrong } from "../../src/config/faults.ts";
import { type Flags, resolveSettings } from "../../src/config/resolve-settings.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const NOW = "2026-11-18T02:00:00.000Z";
const KEYS = { RECORD_API_TOKEN: "sk_live_1", KOARD_API_KEY: "k1", ACME_TOKEN: "sk_live_2", ACME_KEY: "k2" };

const written = (config: unknown): string => {
  const file = join(temporaryDirectory(), "tieout.config.json");
  writeFileSync(file, typeof config === "string" ? config : JSON.stringify(config));
  return file;
};

const resolved = (config: unknown, flags: Flags = {}, environment: Readonly<Record<string, string>> = KEYS) =>
  Effect.runSync(resolveSettings({ config: written(config), ...flags }, environment, NOW));

/** The faults of a config file, each without the path of the file. */
const faultsOf = (
  config: unknown,
  environment: Readonly<Record<string, string>> = KEYS,
): readonly string[] => {
  const file = written(config);
  const wrong = Effect.runSync(Effect.flip(resolveSettings({ config: file }, environment, NOW)));
  expect(wrong).toBeInstanceOf(ConfigurationWrong);
  return wrong.faults.map(({ where, problem }) => `${where.replaceAll(`${file} `, "")} ${problem}`);
};

const link = (other: object = {}) => ({
  program: "prog_1",
  cohort: "May",
  accounts: ["a1"],
  price: "120.00",
  currency: "EUR",
  ...other,
});

const withLinks = (...links: readonly object[]) => ({
  books: [{ name: "acme", record: {}, koard: {}, links }],
});

describe("a config file", () => {
  it("with five faults has all five named at once, each with its path", () => {
    const config = {
      timezone: "Mars/Olympus",
      books: [
        { name: "Acme Inc", record: {}, recrod: {} },
        { name: "b", koard: { assumeCurrency: "XTS" }, links: [link({ price: "12,50" })] },
      ],
    };
    expect(faultsOf(config).toSorted()).toEqual([
      expect.stringMatching(/^\$\.books\[0\]\.name is wrong: expected a name/),
      "$.books[0].recrod is not a setting that tieout knows",
      expect.stringMatching(/^\$\.books\[1\]\.koard\.assumeCurrency is wrong: expected an active ISO 4217/),
      expect.stringMatching(/^\$\.books\[1\]\.links\[0\]\.price is wrong: expected a decimal/),
      expect.stringMatching(/^\$\.timezone is wrong: expected an IANA time zone/),
    ]);
  });

  it("with faults of form and of values has both named at once", () => {
    const config = {
      only: "stripe",
      days: 0,
      reread: { giveUpDays: 0 },
      books: [
        {
          name: "acme",
          record: {},
          koard: { baseUrl: "koard" },
          conventions: [{ processor: "TSYS" }, { processor: "TSYS", captured: "gross" }],
          rosters: [{ program: "p", cohort: "c", file: "r.csv", encoding: "latin1" }],
        },
      ],
    };
    expect(faultsOf(config).toSorted()).toEqual([
      "$.books[0].conventions[0] fixes neither captured nor refunded of TSYS: name at least one",
      "$.books[0].conventions[1] names TSYS a second time: keep one of them",
      expect.stringMatching(/^\$\.books\[0\]\.koard\.baseUrl is "koard"; expected an address/),
      '$.books[0].rosters[0].encoding is wrong: expected "utf-8" | "utf-16le" | "windows-1252"',
      '$.days is "0"; expected a whole number from 1 to 3650',
      '$.only is "stripe"; expected one of record, koard',
      expect.stringMatching(/^\$\.reread\.giveUpDays is wrong: expected a value between 1 and 3650/),
    ]);
  });

  it("says for each source whether http:// to another machine is meant", () => {
    const books = (koard: object) => ({ books: [{ name: "acme", record: {}, koard }] });
    const http = { baseUrl: "http://koard.example" };
    expect(faultsOf(books(http))).toEqual([
      "$.books[0].koard.baseUrl is http://koard.example, and anybody on the way there could read the key; expected https://, or allowHttp for Koard (KOARD_ALLOW_HTTP=1)",
    ]);
    expect(faultsOf(books({ ...http, allowHttp: "yes" }))).toHaveLength(2);
    const { sources } = resolved(books({ ...http, allowHttp: true })).books[0] ?? { sources: [] };
    expect(sources.at(-1)?.access?.baseUrl).toBe("http://koard.example");
  });

  it("that is no JSON, or not there, is named", () => {
    expect(faultsOf('{ "books": }')).toEqual([
      expect.stringMatching(/ is not JSON: line 1, column 12: value expected$/),
    ]);
    const missing = Effect.runSync(Effect.flip(resolveSettings({ config: "/no/such.json" }, KEYS, NOW)));
    expect(missing.message).toContain("/no/such.json cannot be read");
  });

  it("gives each book its own keys, days and sources", () => {
    const { books } = resolved({
      cutoff: "01:00",
      books: [
        { name: "home", record: {}, koard: {} },
        {
          name: "acme",
          timezone: "Europe/Berlin",
          changes: [
            { from: "2026-11-20", cutoff: "05:00" },
            { from: "2026-11-01", timezone: "Asia/Tokyo" },
            { from: "2026-11-10", cutoff: "02:00" },
            { from: "2026-11-30", timezone: "Asia/Seoul" },
          ],
          koard: { keyVariable: "ACME_KEY", assumeCurrency: "EUR" },
        },
      ],
    });
    expect(books).toMatchObject([
      { name: "home", timezone: "UTC", cutoff: "01:00", changes: [] },
      {
        name: "acme",
        timezone: "Europe/Berlin",
        cutoff: "01:00",
        // What a change does not name stays as it was.
        changes: [
          { from: "2026-11-01", timezone: "Asia/Tokyo", cutoff: "01:00" },
          { from: "2026-11-10", timezone: "Asia/Tokyo", cutoff: "02:00" },
          { from: "2026-11-20", timezone: "Asia/Tokyo", cutoff: "05:00" },
          { from: "2026-11-30", timezone: "Asia/Seoul", cutoff: "05:00" },
        ],
        sources: [{ name: "record", access: null }, { name: "koard" }],
        assumedCurrency: "EUR",
      },
    ]);
    expect(books.map(({ sources }) => sources[1]?.access?.key.reveal())).toEqual(["k1", "k2"]);
  });

  it("has a change of days keep what it does not name as the change before it left it, by day", () => {
    const changes = [
      { from: "2026-03-01", cutoff: "03:00" },
      { from: "2026-01-01", timezone: "Europe/Berlin" },
      { from: "2026-02-01", timezone: "Asia/Tokyo", cutoff: "02:00" },
    ];
    const books = [{ name: "acme", timezone: "UTC", cutoff: "01:00", record: {}, changes }];
    expect(resolved({ books }).books[0]?.changes).toEqual([
      { from: "2026-01-01", timezone: "Europe/Berlin", cutoff: "01:00" },
      { from: "2026-02-01", timezone: "Asia/Tokyo", cutoff: "02:00" },
      { from: "2026-03-01", timezone: "Asia/Tokyo", cutoff: "03:00" },
    ]);
  });

  it("yields to the environment, and both yield to the command line", () => {
    const config = { out: "from-file", books: [{ name: "home", record: {} }] };
    expect(resolved(config).out).toBe("from-file");
    expect(resolved(config, {}, { ...KEYS, TIEOUT_OUT: "from-environment" }).out).toBe("from-environment");
    expect(resolved(config, { out: "typed" }, { ...KEYS, TIEOUT_OUT: "from-environment" }).out).toBe("typed");
  });

  it("wins over the environment in what it says of a source, and is filled by it in what it leaves open", () => {
    const koard = { baseUrl: "https://koard.example", assumeCurrency: "EUR" };
    const config = {
      books: [
        { name: "said", koard },
        { name: "open", koard: {} },
      ],
    };
    const environment = { ...KEYS, KOARD_BASE_URL: "https://other.example", KOARD_ASSUME_CURRENCY: "USD" };
    const { books } = resolved(config, {}, environment);
    expect(
      books.map(({ sources, assumedCurrency }) => [sources.at(-1)?.access?.baseUrl, assumedCurrency]),
    ).toEqual([
      ["https://koard.example", "EUR"],
      ["https://other.example", "USD"],
    ]);
  });

  it("with a book twice, or a book whose key is not set, is refused", () => {
    const twice = {
      books: [
        { name: "a", record: {} },
        { name: "a", koard: {} },
      ],
    };
    expect(faultsOf(twice)).toEqual(["$.books[1].name is a, the name of an earlier book"]);
    const keyless = { books: [{ name: "a", record: { tokenVariable: "NO_TOKEN" } }] };
    expect(faultsOf(keyless)).toEqual([
      expect.stringMatching(/^NO_TOKEN is not set, and .* \$\.books\[0\]\.record needs it$/),
    ]);
  });

  it("has no key looked for of a book that was not asked for, and no unknown book asked for", () => {
    const config = {
      books: [
        { name: "a", record: {} },
        { name: "b", record: { tokenVariable: "NO_TOKEN" } },
      ],
    };
    expect(resolved(config, { book: ["a"] }).books.map(({ name }) => name)).toEqual(["a"]);
    const unknown = { config: written(config), book: ["c", "a"] };
    const wrong = Effect.runSync(Effect.flip(resolveSettings(unknown, KEYS, NOW)));
    expect(wrong).toBeInstanceOf(UsageWrong);
    expect(wrong.message).toBe("--book is c; the books are a, b");
  });
});

describe("conventions", () => {
  const withConventions = (...conventions: readonly object[]) => ({
    books: [{ name: "a", record: {}, koard: {}, conventions }],
  });

  it("fix how a processor counts, one total or both", () => {
    const [book] = resolved(
      withConventions(
        { processor: "TSYS", captured: "gross", refunded: "both" },
        { processor: "Fiserv", refunded: "refund_rows" },
      ),
    ).books;
    expect([...(book?.conventions ?? [])]).toEqual([
      ["TSYS", { captured: "gross", refunded: "both" }],
      ["Fiserv", { captured: null, refunded: "refund_rows" }],
    ]);
  });

  it("that cannot be kept are all named at once, with what is allowed", () => {
    const twice = faultsOf(
      withConventions(
        { processor: "TSYS", captured: "gross" },
        { processor: "TSYS", refunded: "both" },
        { processor: "Fiserv" },
      ),
    );
    expect(twice).toEqual([
      "$.books[0].conventions[1] names TSYS a second time: keep one of them",
      "$.books[0].conventions[2] fixes neither captured nor refunded of Fiserv: name at least one",
    ]);
    const wrong = faultsOf(
      withConventions({ processor: "", captured: "net" }, { processor: "TSYS", refunded: "at_close" }),
    );
    expect(wrong).toHaveLength(3);
    expect(wrong.join("\n")).toMatch(/conventions\[0\]\.captured.*gross.*before_reversals.*net_of_refunds/);
    expect(wrong.join("\n")).toMatch(/conventions\[1\]\.refunded.*on_original.*refund_rows.*both/);
  });
});

describe("links", () => {
  it("are read with their price in minor units", () => {
    const [book] = resolved(withLinks(link({ price: "120.5", from: "2026-10-01" }))).books;
    expect(book?.links).toEqual([
      {
        programId: "prog_1",
        // That of the token.
        mode: null,
        cohort: "May",
        accounts: ["a1"],
        terminals: [],
        from: "2026-10-01",
        to: null,
        per: "person",
        priceMinor: 12_050n,
        currency: "EUR",
      },
    ]);
    const [charging] = resolved(withLinks(link({ per: "credential" }))).books;
    expect(charging?.links).toMatchObject([{ per: "credential" }]);
    expect(faultsOf(withLinks(link({ per: "people" })))).toEqual([
      expect.stringMatching(/per.*person.*credential/),
    ]);
  });

  it("that overlap are refused with both named", () => {
    const same = withLinks(link(), link({ cohort: " MAY ", accounts: ["a2"] }));
    expect(faultsOf(same)).toEqual([
      "$.books[0].links[0] and $.books[0].links[1] overlap: they pay for the same credentials",
    ]);
    const account = withLinks(link(), link({ program: "prog_2" }));
    expect(faultsOf(account)).toEqual([
      "$.books[0].links[0] and $.books[0].links[1] overlap: they both claim the account a1",
    ]);
    const apart = link({ program: "prog_2", from: "2026-11-01" });
    expect(resolved(withLinks(link({ to: "2026-11-01" }), apart)).books[0]?.links).toHaveLength(2);
  });

  it("without a place, with a price finer than the currency, or that end before they begin are refused", () => {
    const faults = faultsOf(
      withLinks(
        link({ accounts: [] }),
        link({ program: "prog_2", accounts: ["a2"], price: "1.005" }),
        link({ program: "prog_3", accounts: ["a3"], from: "2026-11-02", to: "2026-11-02" }),
      ),
    );
    expect(faults).toEqual([
      "$.books[0].links[0] names no account and no terminal: name at least one",
      "$.books[0].links[1].price is 1.005, which is no amount in EUR",
      "$.books[0].links[2].to is 2026-11-02, not after the link's from, 2026-11-02",
    ]);
  });
});
