import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import type { Finding } from "../../src/exceptions/finding.ts";
import type { NamedSource } from "../../src/exceptions/rule.ts";
import { possibleTruncation } from "../../src/history/possible-truncation.ts";
import { reopened } from "../../src/history/reopened.ts";
import { vanishedCredentialBatch, vanishedSettlement } from "../../src/history/vanished.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import { context, credential, credentialBatch, ISSUING, SETTLING } from "../../src/testing.ts";
import { sharedIn, wildWorld } from "../worlds/settlement-world.ts";

// What these tests prove: a source is called by its own name and title in whatever is found of it, and nothing else of
// an exception depends on them.

const TILL: NamedSource = { name: "till", title: "Till" };

/** Findings of the till as they would be of another source. */
const renamed = (findings: readonly Finding[], { name, title }: NamedSource): readonly Finding[] =>
  findings.map((finding) => ({
    ...finding,
    source: finding.source === TILL.name ? name : finding.source,
    whatHappened: finding.whatHappened.replaceAll(TILL.title, title),
    whatToDo: finding.whatToDo.replaceAll(TILL.title, title),
  }));

describe("what is found of settlements", () => {
  it("names the source that they come from", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const shared = sharedIn(world);
        const found = (source: NamedSource) => {
          const known = context({ shared, source });
          return world.flatMap((settlement) => [
            ...proveSettlement(settlement, known).findings,
            ...reopened(["closed"], settlement.header, known),
            vanishedSettlement(settlement, "2026-11-21", known),
          ]);
        };
        expect(renamed(found(TILL), SETTLING)).toEqual(found(SETTLING));
        expect(found(TILL).every(({ source }) => source === TILL.name)).toBe(true);
      }),
    );
  });
});

describe("what is found of credentials", () => {
  const issued = (id: string, header: Parameters<typeof credentialBatch>[2]) =>
    credentialBatch(id, [credential("c1", "ann")], header);
  const BATCHES = [
    issued("b1", {}),
    credentialBatch("b0", [credential("c2", "ann")], { issuedAt: "2026-11-02T09:00:00.000Z" }),
    issued("b2", { recipientCount: 5, issuedAt: "2026-11-02T10:00:00.000Z" }),
    issued("b3", { status: "void", mode: "test", issuedAt: "2026-11-03T10:00:00.000Z" }),
    issued("b4", { programId: "prog_9", orgId: "org_2", issuedAt: "2026-11-04T10:00:00.000Z" }),
    issued("b5", { name: "may-2025 cohort", issuedAt: "2026-11-30T10:00:00.000Z" }),
    { ...issued("b6", { issuedAt: "2026-12-01T10:00:00.000Z" }), details: null },
  ];

  it("names the source that they come from", () => {
    const found = (source: NamedSource) => {
      const { calendar } = context();
      const figures = new CohortFigures({
        ...{ book: "default", source, calendar, tokenMode: "live" },
        ...{ window: { from: "2026-10-17", to: "2026-12-05" }, asOf: "2026-11-21T02:00:00.000Z" },
        programs: [
          { id: "prog_1", name: "MongoDB", orgId: "org_1", mode: "live" },
          { id: "prog_2", name: "Redis", orgId: "org_2", mode: "test" },
        ],
        rosters: new Map([["live/prog_1/may 2025 cohort", new Set(["bob"])]]),
      });
      for (const batch of BATCHES) figures.add(batch);
      const [first] = BATCHES;
      return [
        ...figures.findings(),
        ...(first === undefined
          ? []
          : [vanishedCredentialBatch(first.header, "2026-11-21", { source, calendar })]),
        ...possibleTruncation(
          { operation: "listBatches", pagingKeys: ["next"], vanished: 0, left: 7 },
          source,
        ),
      ];
    };
    expect(renamed(found(TILL), ISSUING)).toEqual(found(ISSUING));
    expect(found(TILL).every(({ source }) => source === TILL.name)).toBe(true);
    expect(new Set(found(TILL).map(({ code }) => code))).toEqual(
      new Set([
        "BATCH_VANISHED",
        "COUNT_MISMATCH",
        "DETAIL_UNAVAILABLE",
        "DUPLICATE_CREDENTIAL_ID",
        "FOREIGN_ORG",
        "FUTURE_ISSUED_AT",
        "MODE_MISMATCH",
        "NAME_VARIANT",
        "POSSIBLE_TRUNCATION",
        "REISSUED",
        "ROSTER_MISSING",
        "ROSTER_UNEXPECTED",
        "SUSPECTED_REPEAT",
        "UNKNOWN_PROGRAM",
        "UNKNOWN_STATUS",
      ]),
    );
  });
});
