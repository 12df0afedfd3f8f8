import koardSpec from "@tieout/koard/openapi.json" with { type: "json" };
import recordSpec from "@tieout/record/openapi.json" with { type: "json" };
import { control } from "./control.ts";
import type { HttpFault } from "./faults/fault-kinds.ts";
import { Api } from "./http/Api.ts";
import { Server } from "./http/Server.ts";
import { koardInvalid, koardRefusal } from "./koard/koard-answers.ts";
import { koardHandlers } from "./koard/koard-handlers.ts";
import { settlementShape } from "./koard/plan.ts";
import { SettlementWorld } from "./koard/SettlementWorld.ts";
import { checkedNight, type SandboxKeys, type SandboxOptions, type Settings, settingsOf } from "./options.ts";
import { recordHandlers, recordInvalid } from "./record/handlers.ts";
import { IssuanceWorld } from "./record/IssuanceWorld.ts";
import { recordRefusal } from "./record/record-answers.ts";
import { issuanceShape, type Mode } from "./record/shape.ts";
import { type Question, type Truth, truthOf } from "./truth/truth.ts";
import { type Calendar, instantText } from "./world/calendar.ts";

/** Both APIs, running. */
export interface Sandbox {
  /** For `RECORD_BASE_URL`. */
  readonly recordBaseUrl: string;
  /** For `KOARD_BASE_URL`. */
  readonly koardBaseUrl: string;
  /** Where `/truth`, `/stats`, `/night/{n}` and `/faults` are. */
  readonly controlUrl: string;
  /** Opens the live world. */
  readonly recordToken: string;
  /** Opens a small world in test mode. */
  readonly recordTestToken: string;
  readonly koardKey: string;
  readonly night: number;
  /** The instant at which tonight's world ends, RFC 3339: a job that runs as of then sees all of it. */
  readonly asOf: string;
  /** Moves the world to a night, forward or back; what was written over the APIs stays. */
  setNight(night: number): void;
  /** What a right report must say tonight. */
  truth(calendar: Calendar, question?: Question): Truth;
  /** Spoils requests to come. */
  fail(fault: HttpFault): void;
  /** Takes back every fault: those that have not happened, and those that happen now and then. */
  heal(): void;
  /** How often each operation was asked for, by operationId, since the start or the last reset. */
  requests(): Readonly<Record<string, number>>;
  /** How often each was answered how: `served`, `limited`, or the kind of a fault. */
  answers(): Readonly<Record<string, Readonly<Record<string, number>>>>;
  resetRequests(): void;
  /** Stops listening and cuts every open connection. */
  close(): Promise<void>;
}

const RECORD_BASE = "/record/api/external/issuance";
const KOARD_BASE = "/koard";

/** Record's world in test mode is small, whatever the live one is. */
const TEST_SIZE = { cohorts: 2, recipients: 4 };

const worldsOf = (settings: Settings) => ({
  koard: new SettlementWorld(settlementShape(settings), settings.plantings),
  record: {
    live: new IssuanceWorld(issuanceShape("live", settings), settings.plantings),
    test: new IssuanceWorld(issuanceShape("test", { ...settings, ...TEST_SIZE }), []),
  },
});

const recordMode =
  (keys: SandboxKeys) =>
  (key: string): Mode | undefined =>
    key === keys.recordLive ? "live" : key === keys.recordTest ? "test" : undefined;

const apisOf = async ({ koard, record }: ReturnType<typeof worldsOf>, settings: Settings) =>
  Promise.all([
    new Api({
      spec: koardSpec,
      handlers: koardHandlers(koard, { mostRows: settings.pageLimit, listDays: settings.listDays }),
      modeOf: (key) => (key === settings.keys.koard ? "live" : undefined),
      refusal: koardRefusal,
      invalid: (operation, _body, faults) => koardInvalid(operation, faults),
    }).init(),
    new Api({
      spec: recordSpec,
      handlers: recordHandlers(record),
      modeOf: recordMode(settings.keys),
      refusal: recordRefusal,
      invalid: recordInvalid,
    }).init(),
  ]);

/**
 * Starts both APIs on one port of 127.0.0.1.
 *
 * The world follows from `seed`, the sizes, `today` and the night alone; two sandboxes with the same options
 * answer byte for byte the same. Throws `SandboxMisconfigured` for an option outside its limits.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const settings = settingsOf(options);
  const worlds = worldsOf(settings);
  const { koard, record } = worlds;
  const setNight = (night: number): void => {
    for (const world of [koard, record.live, record.test]) world.setNight(checkedNight(night));
  };
  setNight(settings.night);
  const truth = (calendar: Calendar, question: Question = {}): Truth =>
    truthOf({ seed: settings.seed, koard, record: record.live }, calendar, question);
  const [koardApi, recordApi] = await apisOf(worlds, settings);
  const server: Server = new Server({
    ...settings,
    mounts: [
      { base: KOARD_BASE, api: koardApi, refusal: koardRefusal },
      { base: RECORD_BASE, api: recordApi, refusal: recordRefusal },
    ],
    control: (method, url, body) =>
      control(method, url, body, {
        truth,
        setNight,
        night: () => koard.night,
        counts: server.counts,
        fail: (fault) => server.faults.add(fault),
        heal: () => server.faults.clear(),
      }),
  });
  const url = await server.listen();
  return {
    recordBaseUrl: url + RECORD_BASE,
    koardBaseUrl: url + KOARD_BASE,
    controlUrl: url,
    recordToken: settings.keys.recordLive,
    recordTestToken: settings.keys.recordTest,
    koardKey: settings.keys.koard,
    get night() {
      return koard.night;
    },
    get asOf() {
      return instantText(koard.endsAtMs);
    },
    setNight,
    truth,
    fail: (fault) => server.faults.add(fault),
    heal: () => server.faults.clear(),
    requests: () => server.counts.requests(),
    answers: () => server.counts.answers(),
    resetRequests: () => server.counts.reset(),
    close: () => server.close(),
  };
};
