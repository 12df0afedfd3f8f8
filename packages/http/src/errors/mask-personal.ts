import { letGo, nameAndPlace, orElse } from "../caller-code.ts";
import { kindOf, maskFound, REDACTED } from "./clean-text.ts";
import { OptionInvalid } from "./OptionInvalid.ts";

/**
 * Text from outside with what may be personal replaced: addresses of people and pages, and digits as many as a card has.
 * `replace` is given each that was found, and may keep it. Throws `OptionInvalid` for what is no text, also where it is
 * `replace` that gives it.
 */
export const maskPersonal = (text: string, replace: (found: string) => string = () => REDACTED): string => {
  if (typeof text !== "string") throw wrong("text", "a text", kindOf(text));
  if (typeof replace !== "function") throw wrong("replace", "a function", kindOf(replace));
  return maskFound(text, (found) => {
    const given = orElse<unknown>(
      () => replace(found),
      (error) => {
        throw wrong("replace", "a function that gives a text", `one that threw ${nameAndPlace(error)}`);
      },
    );
    if (typeof given === "string") return given;
    letGo(given);
    throw wrong("replace", "a function that gives a text", `one that gave ${kindOf(given)}`);
  });
};

const wrong = (option: string, expected: string, actual: string): OptionInvalid =>
  new OptionInvalid({ of: "maskPersonal", option, expected, actual });
