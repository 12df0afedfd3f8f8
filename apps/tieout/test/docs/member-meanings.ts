import { TOTALLED_AMOUNTS } from "@tieout/reconcile";

/** Every member of `manifest.json`, as a path; `[]` is each element of an array. */
export const MANIFEST_MEANINGS: Readonly<Record<string, string>> = {
  schema: "`tieout/report@2`: the version of this page. What is added keeps it; anything else raises it.",
  book: "The book of the report.",
  series:
    "`nightly`, or `window` for a window of one's own, which stands beside the nightly reports and is compared with none.",
  day: "The last business day of the window; of a nightly report the name of the directory.",
  revision:
    "1 for the first report of the day, one more whenever it was published with other figures; 0 of an incomplete one.",
  verdict:
    "`incomplete` when something was left unread that a second run may read, or a source is down; else `final` when every settlement of the window is accepted or void and proven, every cohort is proven, no batch was left out whole and every source was asked; else `provisional`.",
  "window.from": "The first business day.",
  "window.to": "The day after the last one.",
  "window.timezone": "The IANA zone of the business days.",
  "window.cutoff": "The local time at which one begins.",
  as_of: "The instant that stands in for the clock.",
  "sources.record.configured": "Whether it is configured, asked or not.",
  "sources.record.asked": "Whether a run of this business day read the source's list to its end.",
  "sources.record.last_asked":
    "The business day of the last run that did: what the report says of the source is what was known then. Null for one that was never asked; its files are not written.",
  "sources.record.mode": "`live` or `test` where the token tells, else null.",
  "sources.record.listed": "Credential batches in Record's list: the sum of the next four.",
  "sources.record.in_window": "Those issued in the window.",
  "sources.record.before": "Those issued before it; their cohorts count them.",
  "sources.record.after": "Those issued at or after its end; in no figure.",
  "sources.record.invalid": "Those left out whole, because they break the spec.",
  "sources.koard.configured": "The same for Koard.",
  "sources.koard.asked": "",
  "sources.koard.last_asked": "",
  "sources.koard.mode": "Null: a Koard key does not tell.",
  "sources.koard.listed": "Settlement batches in Koard's list: the sum of the next four.",
  "sources.koard.in_window":
    "Those whose business day is in the window: the batches of `settlement-by-batch.csv`.",
  "sources.koard.before": "Those of earlier days; earlier reports show them.",
  "sources.koard.after": "Those of the business day of `as_of` or a later one; the next reports show them.",
  "sources.koard.invalid": "Those left out whole, because they break the spec.",
  "files[].name": "Each file of the report but `run.json`, `SHA256SUMS` and this one.",
  "files[].rows": "The rows of a CSV, without the header; null for what is no CSV.",
  "files[].bytes": "Its size.",
  "files[].sha256": "The SHA-256 of its bytes, in hexadecimal.",
  "links.cohorts_without_link":
    "Cohorts that no link names. `links` is there only where the configuration has links.",
  "links.unclaimed[].currency": "Money that no link claims, one entry a currency.",
  "links.unclaimed[].rows": "Rows of `settlement-by-batch.csv` that no link claims.",
  "links.unclaimed[].net_computed": "Sum of their `net_computed`.",
  "totals.credentials.declared":
    "Sum of `credentials_declared`, as are the next two of their columns: over the cohorts of the token's mode, since live and test are never added. Null where nothing is known.",
  "totals.credentials.issued": "",
  "totals.credentials.people": "Somebody in two cohorts counts in both.",
  "totals.settlements.*.*.batches":
    "Rows of `settlement-by-batch.csv` of a currency and a state, by their names: money of different states is never added. What is `final` stands first.",
  ...Object.fromEntries(
    TOTALLED_AMOUNTS.map((name) => [
      `totals.settlements.*.*.${name}`,
      `Sum of \`${name}\` over those rows: a decimal in quotes, null where nothing is known.`,
    ]),
  ),
  "totals.settlements.*.*.unexplained_absolute":
    "Sum of the sizes of `unexplained`: 17.27 too much in one batch and 17.27 too little in another are 34.54, and not nothing.",
  "conventions[].processor_name": "How a processor counts, two entries each: one a total.",
  "conventions[].total": "`captured` or `refunded`.",
  "conventions[].basis": "The basis that its final batches keep to; null where there is none.",
  "conventions[].fits": "How many of the batches that tell it equals.",
  "conventions[].telling": "Batches that tell: two bases of the total have different figures.",
  "conventions[].fixed": "Whether the configuration says so, whatever the batches tell.",
  "exceptions.open": "How many exceptions are new or open.",
  "exceptions.decided": "How many of them somebody has decided about.",
  "exceptions.by_severity.critical": "Those of them that are critical, and so on.",
  "exceptions.by_severity.high": "",
  "exceptions.by_severity.medium": "",
  "exceptions.by_severity.low": "",
  "exceptions.by_severity.info": "",
  "previous.report":
    "The report compared with, as `<day>/r<revision>`: the newest of an earlier day. `previous` is null for the first report.",
  "previous.manifest_sha256": "The SHA-256 of its manifest, so that reports form a chain.",
  config_sha256:
    "The SHA-256 of `config.json`: of the settings that shape figures; not of paths, keys or speed.",
  "scope[]": "What the figures are not, in a sentence each.",
};

/** Every member of `config.json`. */
export const CONFIG_MEANINGS: Readonly<Record<string, string>> = {
  schema: "`tieout/config@1`.",
  book: "The book of the report.",
  timezone: "The IANA zone of its business days.",
  cutoff: "The local time at which one begins.",
  "changes[]": "The days from which zone or cut-off are others, as configured.",
  "window.from": "The first business day of the report.",
  "window.to": "The day after the last one.",
  days: "How far the nightly window reaches back at least, and after how many days what is low or info expires.",
  "thresholds.pending_days": "Days that a batch may be pending.",
  "thresholds.open_days": "Days that a batch may be open.",
  "thresholds.give_up_days": "Business days on which details have to be refused before they are given up.",
  assume_currency: "The currency of batches that show none; null for none.",
  "conventions[]": "How processors count, where the configuration fixes it and nothing is learned.",
  "links[].program": "A link between what is issued and where it is paid: the programme.",
  "links[].mode": "`live` or `test`; without one in the configuration, that of the token.",
  "links[].cohort": "The cohort; null for the whole programme.",
  "links[].accounts[]": "The accounts where it is paid.",
  "links[].terminals[]": "The terminals where it is paid.",
  "links[].from": "The first business day that it claims; null for all before.",
  "links[].to": "The first that it does not claim any more; null for all after.",
  "links[].price": "The price, a decimal of the currency in quotes.",
  "links[].per": "What the price is for: `person` or `credential`.",
  "links[].currency": "Its currency.",
  "rosters[].cohort": "A cohort that has a roster.",
  "rosters[].people": "How many the roster names. Who they are stands in no report.",
  "rosters[].people_sha256": "A hash by which one list can be told from another.",
};

/** Every member of `run.json`. */
export const RUN_MEANINGS: Readonly<Record<string, string>> = {
  schema: "`tieout/run@1`.",
  tieout: "The version of the program; `0.0.0` in a checkout of its repository.",
  commit:
    "The commit that the program was packed from, with `-dirty` where files differed from it; null in a checkout.",
  rules: "A hash of the program's code that makes figures: another one may be why figures are restated.",
  ledger: "The name of the ledger that it was written from: random, and kept by copies and backups of it.",
  book: "The book of the report.",
  run: "The number of the run in the ledger.",
  as_of: "The instant that stands in for the clock.",
  started_at: "When the run began, by the machine's clock.",
  ended_at: "When its report was written.",
  "durations_ms.pull": "Milliseconds that the pull took; null where there was none (`tieout report`).",
  "durations_ms.close": "Milliseconds from the ledger to the figures.",
  "durations_ms.publish": "Milliseconds from the figures to the files.",
  "sessions_started_at[]":
    "When the run began, and began again after it was cut off: what was read is of these times.",
  "details_read_at.oldest":
    "When the details in the ledger that were read longest ago were read: what is final is not read every night.",
  "details_read_at.newest": "When the newest were.",
  concurrency: "Requests at once, to each source.",
  rate_per_second: "Requests a second, to each source; null for no limit of its own.",
  "sources.record.requests.requests":
    "Requests that Record answered; `requests` is null without a key, and `sources` where there was no pull.",
  "sources.record.requests.retries": "Requests sent again.",
  "sources.record.requests.refused": "Requests that were answered with 429 or 503.",
  "sources.record.requests.bytes": "Bytes of the answers.",
  "sources.record.requests.waitedMs": "Milliseconds waited before retries; waits at the same time add up.",
  "sources.record.requests.concurrency":
    "Requests under way at once, on average from the first one's start to the last one's end.",
  "sources.record.requests.perSecond": "Requests started a second, on average over the same time.",
  "sources.record.requests.allowedPerSecond":
    "Requests a second that were allowed: by `--rate` or, where Record refused and allows less, by Record, as far as the run found out. Null where nothing set a limit.",
  "sources.record.requests.shareOfAllowed": "`perSecond` as a share of that; null with it.",
  "sources.record.details.*":
    "Of how many batches the details were read, by reason (`new`, `changed`, `not_final`, `young`, `not_whole`, `due`, `other_rule`, `full`), and of how many they were not (`unchanged`, `read_by_this_run`).",
  "sources.record.unread.*":
    "By batch id, why its details could not be read; the next run reads them. Empty in a whole report.",
  "sources.koard.requests.requests": "The same for Koard.",
  "sources.koard.requests.retries": "",
  "sources.koard.requests.refused": "",
  "sources.koard.requests.bytes": "",
  "sources.koard.requests.waitedMs": "",
  "sources.koard.requests.concurrency": "",
  "sources.koard.requests.perSecond": "",
  "sources.koard.requests.allowedPerSecond": "",
  "sources.koard.requests.shareOfAllowed": "",
  "sources.koard.details.*": "",
  "sources.koard.unread.*": "",
};

/** Objects whose members are named by what happened, not by the format. */
const OPEN = /\.(?:details|unread)$/;

/** Those of which every member is like every other, in two steps. */
const KEYED = /^totals\.settlements(?:\.\*)?$/;

/** The paths of all members of a JSON value that hold no members themselves; `*` is any member of an open object. */
export const memberPaths = (value: unknown, at = ""): ReadonlySet<string> => {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...memberPaths(one, `${at}[]`)]));
  if (typeof value !== "object" || value === null) return new Set([at]);
  if (OPEN.test(at)) return new Set([`${at}.*`]);
  return new Set(
    Object.entries(value).flatMap(([name, member]) => [
      ...memberPaths(member, at === "" ? name : `${at}.${KEYED.test(at) ? "*" : name}`),
    ]),
  );
};
