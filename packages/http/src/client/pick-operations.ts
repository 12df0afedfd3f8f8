import { orElse } from "../caller-code.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import type { Operation } from "../operation.ts";
import type { OperationValidators } from "../validate/validator.ts";

/** The parts of a client that are about its operations. */
interface OperationParts<Id extends PropertyKey> {
  readonly operations: { readonly [Name in Id]: Operation };
  readonly validators: { readonly [Name in Id]: OperationValidators };
}

/**
 * The operations that were picked, as `openClient` takes them. Throws `OptionInvalid` for one that stands under another
 * name than its own: its method would be called by that.
 */
export const pickOperations = <Picked extends object>(
  of: string,
  picked: Picked,
): OperationParts<keyof Picked> => {
  const operations: Record<string, unknown> = {};
  const validators: Record<string, unknown> = {};
  const refuse = (option: string, given: unknown): never => {
    const expected = "an operation of this package, under its own name";
    throw new OptionInvalid({ of, option: option || "operations", expected, actual: kindOf(given) });
  };
  const members = orElse<readonly (readonly [string, unknown])[]>(
    () => (isPlain(picked) ? Object.entries(picked) : refuse("", picked)),
    () => refuse("", picked),
  );
  for (const [name, given] of members) {
    const isPicked = orElse(
      () => {
        const { operation, checks }: { readonly operation?: unknown; readonly checks?: unknown } =
          Object(given);
        operations[name] = operation;
        validators[name] = checks;
        return isPlain(operation) && operation["id"] === name && isPlain(checks);
      },
      () => false,
    );
    if (!isPicked) refuse(name, given);
  }
  const parts: unknown = { operations, validators };
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: under each name of what was picked stands what was picked there, which is looked at above; no type of the language says so of an object that is filled in a loop.
  return parts as OperationParts<keyof Picked>;
};
