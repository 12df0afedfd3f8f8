import type { CredentialBatch, CredentialBatchHeader, Program } from "@tieout/reconcile";
import { type Answer, createRecordClient, modeOf, type Recipient, type RecordClient } from "@tieout/record";
import { Effect } from "effect";
import type { HashEmail } from "../../ledger/store/email-key.ts";
import type { Opening } from "../Opening.ts";
import type { List, Listing, Source } from "../Source.ts";
import { SourceFailed } from "../SourceFailed.ts";
import { heldOnce } from "../wire/held-once.ts";
import { memberName, type Notes, takeNotes } from "../wire/notes.ts";
import { openRequests } from "../wire/requests.ts";
import {
  call,
  callOrNull,
  collectLeftOut,
  dataOf,
  isAddressable,
  mapEach,
  orRefused,
  placesIn,
} from "../wire/wire.ts";
import { credential, credentialBatchHeader, program, type Reading } from "./record-wire.ts";

const SOURCE = "Record";

/** Names that other APIs give to the parts of a list that goes on elsewhere. */
const PAGING =
  /^_?(meta|paging|pagination|pages?|per_?page|links?|next|prev|cursor|total|count|limit|offset|has_?more)/i;

const programs = (client: RecordClient, reading: Reading) =>
  Effect.gen(function* () {
    const leftOut = collectLeftOut(reading.notes);
    const { data, leftOut: gaps } = yield* call(SOURCE, (signal) =>
      client.listPrograms({ signal, onViolation: leftOut.onViolation }),
    );
    const placeOf = placesIn("/data", gaps);
    const { records, invalid } = mapEach(data.data, (item, index) =>
      program(item, `$.data[${placeOf(index)}]`, reading),
    );
    leftOut.add(invalid);
    return {
      operation: "listPrograms",
      headers: records,
      invalid: leftOut.invalid(),
    } satisfies List<Program>;
  });

const oneProgram = (client: RecordClient, reading: Reading) =>
  Effect.fn("Record.program")(function* (id: string) {
    if (!isAddressable(id)) return null;
    const answer = yield* callOrNull(SOURCE, (signal) =>
      client.getProgram({ path: { programId: id }, signal }),
    );
    const mapped = answer === null ? null : program(answer.data.data, "$.data", reading);
    return mapped !== null && "record" in mapped ? mapped.record : null;
  });

const batches = (client: RecordClient, reading: Reading) =>
  Effect.gen(function* () {
    const leftOut = collectLeftOut(reading.notes);
    const answer = yield* call(SOURCE, (signal) =>
      client.listCredentialBatches({ signal, onViolation: leftOut.onViolation }),
    );
    const { leftOut: gaps } = answer;
    const data = dataOf(answer);
    const same = heldOnce();
    // The list is one answer, so an id that stands in it twice is the same batch said twice.
    const placeOf = placesIn("/data", gaps);
    const once = new Map(data.data.map((item, index) => [item.batchId, { item, place: placeOf(index) }]));
    const { records, invalid } = mapEach([...once.values()], ({ item, place }) =>
      credentialBatchHeader(
        {
          ...item,
          batchName: same(item.batchName),
          orgId: same(item.orgId),
          programId: same(item.programId),
        },
        `$.data[${place}]`,
        reading,
      ),
    );
    return {
      batches: {
        operation: "listCredentialBatches",
        headers: records,
        invalid: [...leftOut.invalid(), ...invalid],
      },
      pagingKeys: Object.keys(data)
        .filter((key) => PAGING.test(key))
        .map(memberName),
    };
  });

/** The programmes listed, and those that a batch names and the list lacks, where Record knows them (Record fact 5.15). */
const list = (client: RecordClient, reading: Reading) =>
  Effect.gen(function* () {
    const listed = yield* programs(client, reading);
    const { batches: found, pagingKeys } = yield* batches(client, reading);
    const known = new Set(listed.headers.map(({ id }) => id));
    const missing = new Set(found.headers.map(({ programId }) => programId).filter((id) => !known.has(id)));
    const unlisted = yield* Effect.forEach(missing, oneProgram(client, reading));
    const headers = [...listed.headers, ...unlisted.filter((one) => one !== null)];
    return {
      ...{ batches: found, programs: { ...listed, headers } },
      pagingKeys,
    } satisfies Listing<"credentials">;
  });

interface ListedRecipients {
  readonly data: { readonly batchId: string; readonly recipients: ReadonlyArray<Recipient> };
}

const batch = (client: RecordClient, hashEmail: HashEmail, notes: Notes) => {
  const read = credential(hashEmail, notes);
  /** What an answer says of a batch. A function of its own, which begins when the answer has come (ADR 0024). */
  const batchOf = (
    answer: Answer<ListedRecipients>,
    header: CredentialBatchHeader,
    leftOut: ReturnType<typeof collectLeftOut>,
  ): Effect.Effect<CredentialBatch, SourceFailed> => {
    const { batchId, recipients } = dataOf(answer).data;
    if (batchId !== header.id)
      return new SourceFailed({
        source: SOURCE,
        kind: "untrusted",
        problem: `${SOURCE} broke the contract of getCredentialBatch: $.data.batchId: expected ${header.id}, got another`,
      });
    const placeOf = placesIn("/data/recipients", answer.leftOut);
    const { records, invalid } = mapEach(recipients, (item, index) =>
      read(item, `$.data.recipients[${placeOf(index)}]`),
    );
    leftOut.add(invalid);
    return Effect.succeed({ header, details: { credentials: records, invalid: leftOut.invalid() } });
  };
  return (header: CredentialBatchHeader): Effect.Effect<CredentialBatch, SourceFailed> => {
    const leftOut = collectLeftOut(notes);
    const { onViolation } = leftOut;
    const answered = callOrNull(SOURCE, (signal) =>
      client.getCredentialBatch({ path: { batchId: header.id }, signal, onViolation }),
    );
    const found = Effect.flatMap(answered, (answer) =>
      answer === null ? Effect.succeed({ header, details: null }) : batchOf(answer, header, leftOut),
    );
    return orRefused(found, (refused) => ({ header, details: { credentials: [], invalid: [refused] } }));
  };
};

/** Record as a source of credential batches. */
export const openRecord = ({ source: { name, title }, access, rules, hashEmail }: Opening) =>
  Effect.sync((): Source<"credentials"> => {
    const { transport, counts, clockOffsetMs } = openRequests(SOURCE, access.key, rules);
    const client = createRecordClient({ token: access.key, baseUrl: access.baseUrl, transport });
    const notes = takeNotes(SOURCE);
    return {
      ...{ name, title, role: "credentials", mode: modeOf(access.key) ?? null },
      list: list(client, { notes, tagOf: hashEmail }),
      glimpse: Effect.map(batches(client, { notes, tagOf: hashEmail }), ({ batches: { headers } }) => ({
        ids: new Set(headers.map(({ id }) => id)),
        isWhole: true,
      })),
      read: batch(client, hashEmail, notes),
      requests: counts,
      clockOffsetMs,
      notes: notes.sentences,
    };
  });
