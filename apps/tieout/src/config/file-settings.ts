import { Days, EveryDays } from "./config-values.ts";
import { setting } from "./setting.ts";
import { days, type Kind } from "./values.ts";

/** A number of days that only the config file gives. */
const dayCount = <const Name extends string>(
  name: Name,
  sentence: string,
  [fallback, json]: readonly [number, Kind<number>["json"]],
) =>
  setting({
    name,
    sentence,
    kind: days(json),
    metavar: "",
    fallback: { text: String(fallback), value: fallback },
    from: ["file"],
    commands: [],
  });

/** Settings that stand together in the config file and nowhere else. */
export const FILE_SETTINGS = {
  thresholds: {
    sentence: "When waiting becomes an exception.",
    settings: {
      pendingDays: dayCount("pendingDays", "Days that a batch may be pending", [3, Days]),
      openDays: dayCount("openDays", "Days that a batch may be open", [2, Days]),
    },
  },
  reread: {
    sentence: "How often details are read again although nothing speaks for a change.",
    settings: {
      credentialDays: dayCount(
        "credentialDays",
        "Days for which a credential batch counts as young; its details are read again every night",
        [7, Days],
      ),
      everyDays: dayCount(
        "everyDays",
        "Days within which the details of every batch are read again, some each night",
        [28, EveryDays],
      ),
      giveUpDays: dayCount(
        "giveUpDays",
        "Business days on which details have to be refused before they are not waited for any more",
        [3, EveryDays],
      ),
    },
  },
} as const;
