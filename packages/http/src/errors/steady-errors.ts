import { reportFailure } from "../caller-code.ts";
import { apiErrors, type ErrorClasses } from "./api-errors.ts";

/**
 * A caller's error classes, which cannot change what happened: where one cannot be made, that is reported once, and one
 * of this package is thrown in its place.
 */
export const steadyErrors = (given: ErrorClasses): ErrorClasses =>
  given === apiErrors
    ? apiErrors
    : {
        refused: steadyClass(given.refused, apiErrors.refused),
        unreachable: steadyClass(given.unreachable, apiErrors.unreachable),
        contractBroken: steadyClass(given.contractBroken, apiErrors.contractBroken),
        requestInvalid: steadyClass(given.requestInvalid, apiErrors.requestInvalid),
      };

/** The same for one of them. */
export const steadyClass = <Class extends new (...fields: never) => Error>(given: Class, own: Class): Class =>
  new Proxy(given, {
    construct: (_, fields) => {
      try {
        return Reflect.construct(given, fields);
      } catch (error) {
        reportFailure("errors", given, error);
        return Reflect.construct(own, fields);
      }
    },
  });
