export { SEVERITIES, type Severity } from "./exceptions/rule.ts";
export { currencyExponent, normaliseCurrency } from "./money/currency.ts";
export { isCutoff, isTimezone } from "./time/BusinessCalendar.ts";
export { addDays, isDay } from "./time/days.ts";
export { readInstant } from "./time/instants.ts";
