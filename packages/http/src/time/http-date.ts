const MONTHS: readonly string[] = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const MONTH = `(?<month>${MONTHS.join("|")})`;
const TIME = String.raw`(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`;

/** The three forms of RFC 9110 5.6.7; the second and third are older, and have to be read all the same. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`^${DAY}, (?<day>\d{2}) ${MONTH} (?<year>\d{4}) ${TIME} GMT$`),
  new RegExp(
    String.raw`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d{2})-${MONTH}-(?<year>\d{2}) ${TIME} GMT$`,
  ),
  new RegExp(String.raw`^${DAY} ${MONTH} (?<day>[ \d]\d) ${TIME} (?<year>\d{4})$`),
];

/** How far ahead a year of two digits may be before it is taken for one of the century before. */
const YEARS_AHEAD = 50;

/** An HTTP date in milliseconds since the epoch, or `undefined` where it is none. `nowMs` gives its century to a year of two digits. */
export const httpDateMs = (text: string, nowMs: number): number | undefined => {
  const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return undefined;
  const { day, month, hour, minute, second } = groups;
  const date = [Number(day), Number(hour), Number(minute), Number(second)] as const;
  const at = Date.UTC(yearOf(groups["year"] ?? "", nowMs), MONTHS.indexOf(month ?? ""), ...date);
  // A 31st of February would become a day in March.
  return new Date(at).getUTCDate() === Number(day) ? at : undefined;
};

const yearOf = (digits: string, nowMs: number): number => {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + YEARS_AHEAD ? year - 100 : year;
};
