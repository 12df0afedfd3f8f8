/** Days of each month in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day as RFC 3339 writes it. */
export const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) && (month !== 2 || day < 29 || isLeap);
};

const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d)(?::?(\d\d))?)?$/i;

/** A time of day as RFC 3339 writes it, though it says no zone. The last minute of a day, as UTC has it, may have 61 seconds. */
export const isLocalTime = (text: string): boolean => {
  const found = TIME.exec(text);
  if (found === null) return false;
  const [hour, minute, second, , zoneHours, zoneMinutes] = found.slice(1).map((part) => Number(part ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return false;
  const [hours, minutes] = [zoneHours ?? 0, zoneMinutes ?? 0];
  if (hours > 23 || minutes > 59) return false;
  if (hour > 23 || minute > 59 || second < 60) return hour <= 23 && minute <= 59;
  const sign = found[4] === "-" ? -1 : 1;
  const minuteOfDay = (hour - hours * sign) * 60 + minute - minutes * sign;
  return (minuteOfDay + 1440) % 1440 === 1439 && second === 60;
};

/** A time of day as RFC 3339 writes it. */
export const isTime = (text: string): boolean =>
  /(?:z|[+-]\d\d(?::?\d\d)?)$/i.test(text) && isLocalTime(text);

const isBoth = (text: string, isTimeOfDay: (text: string) => boolean): boolean => {
  const [day = "", time = "", ...more] = text.split(/t|\s/i);
  return isDate(day) && isTimeOfDay(time) && more.length === 0;
};

/** An instant: a day, `T` or white space, and a time of day. */
export const isDateTime = (text: string): boolean => isBoth(text, isTime);

/** The same, though it says no zone. */
export const isLocalDateTime = (text: string): boolean => isBoth(text, isLocalTime);

/** A regular expression. */
export const isRegex = (text: string): boolean => {
  try {
    return !/[^\\]\\Z/.test(text) && new RegExp(text) !== undefined;
  } catch {
    return false;
  }
};
