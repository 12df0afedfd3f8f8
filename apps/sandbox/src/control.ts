import { json, type Reply } from "./http/reply.ts";
import { SandboxMisconfigured } from "./options.ts";
import type { Truth } from "./truth/truth.ts";
import type { Calendar, Window } from "./world/calendar.ts";

/** What can be asked of a running sandbox from another process. */
export interface Controls {
  readonly truth: (calendar: Calendar, window?: Window) => Truth;
  readonly setNight: (night: number) => void;
  readonly night: () => number;
  readonly requests: () => Readonly<Record<string, number>>;
}

const truthReply = (query: URLSearchParams, controls: Controls): Reply => {
  const calendar = { timezone: query.get("timezone") ?? "UTC", cutoff: query.get("cutoff") ?? "00:00" };
  const [from, to] = [query.get("from"), query.get("to")];
  return json(200, controls.truth(calendar, from === null || to === null ? undefined : { from, to }));
};

/**
 * Answers what belongs to neither API, without a key: `GET /truth?timezone=&cutoff=&from=&to=`, `GET /stats`, and
 * `POST /night/{n}`. `undefined` for anything else; 400 for a zone, time, day or night that is none.
 */
export const control = (method: string, url: URL, controls: Controls): Reply | undefined => {
  try {
    if (method === "GET" && url.pathname === "/truth") return truthReply(url.searchParams, controls);
    if (method === "GET" && url.pathname === "/stats") {
      return json(200, { night: controls.night(), requests: controls.requests() });
    }
    const night = /^\/night\/(\d{1,6})$/.exec(url.pathname)?.[1];
    if (method !== "POST" || night === undefined) return undefined;
    controls.setNight(Number(night));
    return json(200, { night: controls.night() });
  } catch (error) {
    // Temporal refuses what is no zone, time or day with a RangeError.
    if (error instanceof RangeError || error instanceof SandboxMisconfigured)
      return json(400, { error: error.message });
    throw error;
  }
};
