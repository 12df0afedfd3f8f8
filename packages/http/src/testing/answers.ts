/** The documented answers of one operation: by status, then by the name of the example. */
export type Answers = Readonly<Record<number, Readonly<Record<string, unknown>>>>;

/** One documented answer: a status with any of its examples, or an example by its name alone. */
export type Choice<Of extends Answers> =
  | { [Status in keyof Of]: { readonly status: Status; readonly example?: keyof Of[Status] } }[keyof Of]
  | { readonly status?: never; readonly example: { [Status in keyof Of]: keyof Of[Status] }[keyof Of] };

/** A choice of any operation. */
export interface AnyChoice {
  readonly status?: PropertyKey;
  readonly example?: PropertyKey;
}

/** One answer, ready to be sent. */
export interface Picked {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The answer that a choice names; an empty choice names the first of a success. `undefined` where the
 * spec documents none such.
 */
export const pick = (answers: Answers, { status, example }: AnyChoice): Picked | undefined => {
  const isMeant = (known: string): boolean =>
    status === undefined ? example !== undefined || known.startsWith("2") : known === String(status);
  for (const [known, bodies] of Object.entries(answers)) {
    if (!isMeant(known)) continue;
    const [first] = Object.keys(bodies);
    const name = example === undefined ? first : String(example);
    if (name === undefined || Object.hasOwn(bodies, name)) {
      return { status: Number(known), body: name === undefined ? undefined : bodies[name] };
    }
  }
  return undefined;
};
