import { faultIn } from "./faults/asked-fault.ts";
import type { HttpFault } from "./faults/fault-kinds.ts";
import { FaultUnknown, MILLION, millionths } from "./faults/fault-list.ts";
import type { RequestCounts } from "./http/RequestCounts.ts";
import { json, type Reply } from "./http/reply.ts";
import { SandboxMisconfigured } from "./options.ts";
import type { Question, Truth } from "./truth/truth.ts";
import type { Calendar } from "./world/calendar.ts";

/** What can be asked of a running sandbox from another process. */
export interface Controls {
  readonly truth: (calendar: Calendar, question: Question) => Truth;
  readonly setNight: (night: number) => void;
  readonly night: () => number;
  readonly counts: RequestCounts;
  readonly fail: (fault: HttpFault) => void;
  readonly heal: () => void;
}

const truthReply = (query: URLSearchParams, controls: Controls): Reply => {
  const calendar = { timezone: query.get("timezone") ?? "UTC", cutoff: query.get("cutoff") ?? "00:00" };
  const [from, to] = [query.get("from"), query.get("to")];
  const window = from === null || to === null ? undefined : { from, to };
  return json(200, controls.truth(calendar, { window, assumedCurrency: query.get("assume") }));
};

const statsOf = ({ night, counts }: Controls) => ({
  night: night(),
  requests: counts.requests(),
  answers: counts.answers(),
  spanMs: counts.spanMs(),
});

const shownFault = ({ rate, times = 1, ...fault }: HttpFault) =>
  rate === undefined
    ? { ...fault, times: times === Infinity ? "all" : times }
    : { ...fault, rate: `${(millionths(rate) * 100) / MILLION}%` };

const answer = (method: string, url: URL, body: string, controls: Controls): Reply | undefined => {
  const night = /^\/night\/(\d{1,6})$/.exec(url.pathname)?.[1];
  switch (`${method} ${url.pathname}`) {
    case "GET /truth":
      return truthReply(url.searchParams, controls);
    case "GET /stats":
      return json(200, statsOf(controls));
    case "POST /faults": {
      const fault = faultIn(body);
      controls.fail(fault);
      return json(200, shownFault(fault));
    }
    case "DELETE /faults":
      controls.heal();
      return json(200, {});
    default:
      if (method !== "POST" || night === undefined) return undefined;
      controls.setNight(Number(night));
      return json(200, { night: controls.night() });
  }
};

/**
 * Answers what belongs to neither API, without a key: `GET /truth?timezone=&cutoff=&from=&to=&assume=`, `GET /stats`,
 * `POST /night/{n}`, `POST /faults` and `DELETE /faults`. `undefined` for anything else; 400 for a zone, time, day,
 * night or fault that is none.
 */
export const control = (method: string, url: URL, body: string, controls: Controls): Reply | undefined => {
  try {
    return answer(method, url, body, controls);
  } catch (error) {
    // Temporal refuses what is no zone, time or day with a RangeError.
    if ([RangeError, SandboxMisconfigured, FaultUnknown].some((type) => error instanceof type))
      return json(400, { error: error instanceof Error ? error.message : "" });
    throw error;
  }
};
