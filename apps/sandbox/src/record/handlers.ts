import { fieldsOf, textIn } from "../http/fields.ts";
import type { Call, Handlers } from "../http/handler.ts";
import { json, Refused } from "../http/reply.ts";
import type { CredentialHeader, IssuanceWorld } from "./IssuanceWorld.ts";
import type { Person } from "./recipients.ts";
import type { Mode } from "./shape.ts";

const answer = (status: number, message: string, data: unknown) =>
  json(status, { success: true, message, data });

const headerBody = (batch: CredentialHeader) => ({
  batchId: batch.batchId,
  programId: batch.programId,
  batchName: batch.batchName,
  orgId: batch.orgId,
  mode: batch.mode,
  status: batch.status,
});

const detailBody = (world: IssuanceWorld, batch: CredentialHeader) => ({
  ...headerBody(batch),
  issuedAt: batch.issuedAt,
  recipients: (world.recipients(batch.batchId) ?? []).map((one) =>
    one.recipientId === "" ? { ...one, recipientId: undefined } : one,
  ),
});

const unknown = (what: string): Refused =>
  new Refused(404, `No such ${what} in this organisation.`, { code: "NOT_FOUND" });

const programOf = (world: IssuanceWorld, id: string | undefined) => {
  const program = world.programs().find(({ programId }) => programId === id);
  if (program === undefined) throw unknown("programme");
  return program;
};

const people = (body: Call["body"]): readonly Person[] => {
  const list = body["recipients"];
  return (Array.isArray(list) ? list : []).map((entry) => {
    const fields = fieldsOf(entry);
    return { name: textIn(fields, "name") ?? "", email: textIn(fields, "email") ?? "" };
  });
};

/** Record's five operations over the worlds of both modes. Record fact 2. */
export const recordHandlers = (worlds: Readonly<Record<Mode, IssuanceWorld>>): Handlers => ({
  listPrograms: ({ mode }) => answer(200, "Programs fetched successfully", worlds[mode].programs()),
  getProgram: ({ mode, path }) =>
    answer(200, "Program fetched successfully", programOf(worlds[mode], textIn(path, "programId"))),
  listCredentialBatches: ({ mode }) => {
    const world = worlds[mode];
    const batches = [...world.batches().values()].toReversed().map((batch) => ({
      ...headerBody(batch),
      recipientCount: batch.recipientCount,
      issuedAt: batch.issuedAt,
    }));
    const reply = { success: true, message: "Credential batches fetched successfully", data: batches };
    return json(200, world.isListPaged ? { ...reply, pagination: { page: 1, nextPage: 2 } } : reply);
  },
  getCredentialBatch: ({ mode, path }) => {
    const world = worlds[mode];
    const batch = world.batches().get(textIn(path, "batchId") ?? "");
    if (batch === undefined || batch.isUnavailable) throw unknown("credential batch");
    return answer(200, "Credential batch fetched successfully", detailBody(world, batch));
  },
  issueCredentials: ({ mode, body }) => {
    const world = worlds[mode];
    const { programId } = programOf(world, textIn(body, "programId"));
    const batch = world.issue(programId, textIn(body, "batchName") ?? "", people(body));
    return answer(201, "Credentials issued successfully", detailBody(world, batch));
  },
});

/** What a body that the spec refuses is told: the code of the first thing that is not there. Record fact 4.1. */
export const recordInvalid = (operation: string, body: Call["body"]): Refused => {
  if (operation !== "issueCredentials")
    return new Refused(400, "The request is not valid.", { code: "BAD_REQUEST" });
  if (textIn(body, "programId") === undefined)
    return new Refused(400, "The body names no programId.", { code: "MISSING_PROGRAM_ID" });
  if (textIn(body, "batchName") === undefined)
    return new Refused(400, "The body has no batchName.", { code: "MISSING_BATCH_NAME" });
  if (people(body).length === 0)
    return new Refused(400, "The list of recipients is absent or empty.", { code: "MISSING_RECIPIENTS" });
  return new Refused(400, "A recipient needs a name and an e-mail address.", { code: "BAD_REQUEST" });
};
