import { setting } from "./setting.ts";
import { oneOf } from "./values.ts";

/** How a run says what happens. */
export const SAYING = {
  log: setting({
    name: "log",
    sentence: "How standard error is written: text, or json for one object a line",
    kind: oneOf(["text", "json"]),
    metavar: "FORMAT",
    fallback: { text: "text", value: "text" },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "fleet", "pull", "report"],
  }),
} as const;
