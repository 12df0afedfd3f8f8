import { setting } from "./setting.ts";
import { wholeNumber } from "./values.ts";

/** How many books a runner of a fleet works on. */
export const FLEET = {
  booksAtOnce: setting({
    name: "booksAtOnce",
    sentence: "Books that a runner works on at once",
    kind: wholeNumber(1, 256),
    metavar: "N",
    fallback: { text: "4", value: 4 },
    from: ["flag", "environment", "file"],
    commands: ["runner"],
  }),
} as const;
