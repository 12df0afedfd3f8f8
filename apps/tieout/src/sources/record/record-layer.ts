import type { CredentialBatch, CredentialBatchHeader } from "@tieout/reconcile";
import { createRecordClient, modeOf, type RecordClient } from "@tieout/record";
import { Effect, Layer } from "effect";
import type { SourceAccess } from "../../config/Settings.ts";
import type { HashEmail } from "../../ledger/store/email-key.ts";
import { SourceFailed } from "../SourceFailed.ts";
import { type Notes, takeNotes } from "../wire/notes.ts";
import { openRequests, type RequestRules } from "../wire/requests.ts";
import {
  atPlaces,
  call,
  callOrNull,
  collectLeftOut,
  isAddressable,
  mapEach,
  orRefused,
} from "../wire/wire.ts";
import { Record } from "./Record.ts";
import { credential, credentialBatchHeader, program } from "./record-wire.ts";

const SOURCE = "Record";

/** Names that other APIs give to the parts of a list that goes on elsewhere. */
const PAGING =
  /^_?(meta|paging|pagination|pages?|per_?page|links?|next|prev|cursor|total|count|limit|offset|has_?more)/i;

const programs = (client: RecordClient, notes: Notes) =>
  Effect.gen(function* () {
    const { onViolation, invalid } = collectLeftOut(notes);
    const { data } = yield* call(SOURCE, (signal) => client.listPrograms({ signal, onViolation }));
    return { headers: data.data.map(program), invalid: invalid() };
  });

const oneProgram = (client: RecordClient) =>
  Effect.fn("Record.program")(function* (id: string) {
    if (!isAddressable(id)) return null;
    const answer = yield* callOrNull(SOURCE, (signal) =>
      client.getProgram({ path: { programId: id }, signal }),
    );
    return answer === null ? null : program(answer.data.data);
  });

const batches = (client: RecordClient, notes: Notes) =>
  Effect.gen(function* () {
    const leftOut = collectLeftOut(notes);
    const { data, leftOut: gaps } = yield* call(SOURCE, (signal) =>
      client.listCredentialBatches({ signal, onViolation: leftOut.onViolation }),
    );
    // The list is one answer, so an id that stands in it twice is the same batch said twice.
    const once = new Map(atPlaces(data.data, "/data", gaps).map((placed) => [placed.item.batchId, placed]));
    const { records, invalid } = mapEach([...once.values()], ({ item, index }) =>
      credentialBatchHeader(item, `$.data[${index}]`, notes),
    );
    return {
      headers: records,
      invalid: [...leftOut.invalid(), ...invalid],
      pagingKeys: Object.keys(data).filter((key) => PAGING.test(key)),
    };
  });

const batch = (client: RecordClient, hashEmail: HashEmail, notes: Notes) => {
  const read = credential(hashEmail);
  return Effect.fn("Record.batch")(
    function* (header: CredentialBatchHeader) {
      const { onViolation, invalid } = collectLeftOut(notes);
      const answer = yield* callOrNull(SOURCE, (signal) =>
        client.getCredentialBatch({ path: { batchId: header.id }, signal, onViolation }),
      );
      if (answer === null) return { header, details: null };
      const { batchId, recipients } = answer.data.data;
      if (batchId !== header.id)
        return yield* new SourceFailed({
          source: SOURCE,
          kind: "untrusted",
          problem: `${SOURCE} broke the contract of getCredentialBatch: $.data.batchId: expected ${header.id}, got another`,
        });
      return { header, details: { credentials: recipients.map(read), invalid: invalid() } };
    },
    (answer, header) =>
      orRefused<CredentialBatch, never>(answer, (refused) => ({
        header,
        details: { credentials: [], invalid: [refused] },
      })),
  );
};

/** The real Record: a client for the configured token and address, counted and limited. */
export const recordLayer = (
  settings: SourceAccess,
  hashEmail: HashEmail,
  rules: RequestRules,
): Layer.Layer<Record> =>
  Layer.sync(Record, () => {
    const { transport, counts } = openRequests(SOURCE, settings.key, rules);
    const client = createRecordClient({ token: settings.key, baseUrl: settings.baseUrl, transport });
    const notes = takeNotes(SOURCE);
    return Record.of({
      mode: modeOf(settings.key) ?? null,
      programs: programs(client, notes),
      program: oneProgram(client),
      batches: batches(client, notes),
      batch: batch(client, hashEmail, notes),
      requests: counts,
      notes: notes.sentences,
    });
  });
