import { drawsFor, PURPOSE } from "../world/draws.ts";
import { stampedIdentifier } from "../world/identifiers.ts";
import type { CredentialPlan } from "./plan.ts";
import { programCountFor } from "./programs.ts";
import type { IssuanceShape } from "./shape.ts";

/** One credential as Record shows it. Record fact 3. */
export interface Recipient {
  readonly recipientId: string;
  readonly name: string;
  /** Left out by an irregularity alone. */
  readonly email?: string;
  readonly credentialUrl: string;
}

const FIRST = [
  "Alice",
  "Björn",
  "Chidi",
  "Daniela",
  "Émile",
  "Fatima",
  "Grace",
  "Hiroshi",
  "Ines",
  "Jo",
] as const;
const LAST = [
  "Adeyemi",
  "Brontë",
  "Castro",
  "Dvořák",
  "Eze",
  "Fischer",
  "García",
  "Haddad",
  "Ito",
  "Jensen",
] as const;

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]/g, "")
    .toLowerCase();

// Each cohort has people of its own, far more than a batch can hold; each batch of it starts at its own place.
const PEOPLE_A_COHORT = 10_000_000;
const PEOPLE_A_BATCH = 200_000;

/** Whom an issuer names. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

const person = (shape: IssuanceShape, number: number): Person => {
  const draws = drawsFor(shape.seed, PURPOSE.person, number % 2 ** 31);
  const [first, last] = [draws.pick(FIRST), draws.pick(LAST)];
  return { name: `${first} ${last}`, email: `${plain(first)}.${plain(last)}.${number}@learners.example` };
};

/** The same address as somebody else would type it: capitals and blanks. */
export const retyped = (email: string): string => ` ${email.toUpperCase()}  `;

// At least one, and never all: a batch of nobody new would look like the same one sent twice.
const repeatsIn = (plan: CredentialPlan): number =>
  Math.min(plan.size - 1, Math.max(1, Math.floor(plan.size / 6)));

/**
 * Whom entry `index` of a batch names. The first sixth of every later batch of a cohort are people who had a
 * credential already, some with their address typed otherwise; every fourth cohort ends with somebody from
 * an earlier cohort of the programme; and one credential has no usable address.
 */
const holder = (shape: IssuanceShape, plan: CredentialPlan, index: number): Person => {
  const own = plan.cohort * PEOPLE_A_COHORT;
  if (plan.nth > 0 && index < repeatsIn(plan)) {
    const again = person(shape, own + index);
    return index % 2 === 0 ? { ...again, email: retyped(again.email) } : again;
  }
  if (plan.nth === 0 && index === plan.size - 1) {
    const earlier = plan.cohort - programCountFor(shape);
    if (plan.cohort === 2) return { name: "No Address", email: "n/a" };
    if (plan.cohort % 4 === 3 && earlier >= 0) return person(shape, earlier * PEOPLE_A_COHORT);
  }
  return person(shape, own + plan.nth * PEOPLE_A_BATCH + index);
};

/** One credential from what the issuer submitted. */
export const credential = (recipientId: string, submitted: Person): Recipient => ({
  recipientId,
  name: submitted.name,
  email: submitted.email,
  credentialUrl: `https://app.getrecord.in/credential/${recipientId}`,
});

/** The credentials of a planned batch, drawn anew each time. */
export const recipientsOf = (shape: IssuanceShape, plan: CredentialPlan): readonly Recipient[] =>
  Array.from({ length: plan.size }, (_, index) =>
    credential(
      stampedIdentifier("rec", plan.issuedAtMs + index, shape.seed, plan.cohort, plan.nth, index),
      holder(shape, plan, index),
    ),
  );
