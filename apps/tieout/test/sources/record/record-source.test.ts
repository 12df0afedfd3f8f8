import { LargeBodies, Secret } from "@tieout/http";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { openRecord } from "../../../src/sources/record/record-source.ts";
import type { Source } from "../../../src/sources/Source.ts";
import { credentialBatchHeader } from "../../records.ts";
import { type Route, serve } from "../loopback.ts";

const TOKEN = "sk_live_not-to-be-shown";
const LISTED = credentialBatchHeader("batch_1");

const batch = (batchId: string, other: object = {}) => ({
  batchId,
  programId: "prog_1",
  batchName: "May 2025 Cohort",
  orgId: "org_1",
  mode: "live",
  status: "issued",
  recipientCount: 1,
  issuedAt: "2026-11-01T10:00:00.000Z",
  ...other,
});

const program = (programId: string, other: object = {}) => ({
  programId,
  name: "Cyber Security",
  description: "",
  orgId: "org_1",
  mode: "live",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...other,
});

const recipient = (recipientId: string, email: string, other: object = {}) => ({
  recipientId,
  name: "Alice Adeyemi",
  email,
  credentialUrl: `https://app.getrecord.in/credential/${recipientId}`,
  ...other,
});

const data = (body: unknown) => ({ body: { success: true, message: "ok", data: body } });

const recordWith = async (routes: Readonly<{ [route: string]: Route }>, token = TOKEN) => {
  const none = data([]);
  const { url, asked } = await serve({ "GET /programs": none, "GET /credentials": none, ...routes });
  const hashed: string[] = [];
  const hashEmail = (email: string) => `hash-${hashed.push(email)}`;
  const rules = {
    concurrency: 2,
    ratePerSecond: null,
    ofHost: null,
    largeBodies: new LargeBodies(),
    deadline: new Date("2999-01-01"),
    onWait: () => {},
    nowMs: () => 0,
    onAgain: () => {},
  };
  const access = { key: new Secret(token), baseUrl: url, baseUrlFrom: null };
  const opened = openRecord({
    source: { name: "record", title: "Record", role: "credentials", isConfigured: true, access },
    ...{ access, rules, hashEmail },
  });
  const using = <A, E>(use: (record: Source<"credentials">) => Effect.Effect<A, E>) =>
    Effect.runPromise(Effect.flatMap(opened, use));
  return {
    asked,
    hashed,
    mode: () => using((record) => Effect.succeed(record.mode)),
    programs: () => using((record) => Effect.map(record.list, ({ programs }) => programs)),
    list: () => using((record) => Effect.map(record.list, ({ batches }) => batches)),
    noted: () => using((record) => Effect.map(record.list, record.notes)),
    listError: () => using((record) => Effect.flip(record.list)),
    read: () => using((record) => record.read(LISTED)),
  };
};

describe("a token", () => {
  it.each([
    ["sk_live_1", "live"],
    ["sk_test_1", "test"],
    ["something-else", null],
  ])("%s tells its mode: %s", async (token, mode) => {
    expect(await (await recordWith({}, token)).mode()).toBe(mode);
  });
});

describe("programmes", () => {
  it("are listed, those that break the spec left out", async () => {
    const record = await recordWith({
      "GET /programs": data([
        program("prog_1"),
        program("prog_2", { name: 7 }),
        program("prog_3", { createdAt: "?" }),
      ]),
    });
    const programs = await record.programs();
    // When a programme was made is of no interest to a report, so a wrong time does not cost the programme.
    expect(programs?.headers.map(({ id }) => id)).toEqual(["prog_1", "prog_3"]);
    expect(programs?.invalid).toEqual([expect.objectContaining({ id: "prog_2", path: "$.data[1].name" })]);
  });

  it("that are not listed are asked for where a batch names them, each once", async () => {
    const record = await recordWith({
      "GET /programs": data([program("prog_1")]),
      "GET /credentials": data([
        batch("a"),
        batch("b", { programId: "prog_9" }),
        batch("c", { programId: "prog_9" }),
        batch("d", { programId: "prog_unknown" }),
      ]),
      "GET /programs/prog_9": data(program("prog_9")),
    });
    const programs = await record.programs();
    expect(programs?.headers.map(({ id }) => id)).toEqual(["prog_1", "prog_9"]);
    expect(programs?.headers[1]).toEqual({
      id: "prog_9",
      name: "Cyber Security",
      orgId: "org_1",
      mode: "live",
    });
    expect(record.asked.filter((asked) => asked.includes("prog_"))).toHaveLength(2);
  });

  it.each(["a/b", "..", "a b", "a?b", "a#b", ""])(
    "whose id %j could lead elsewhere are not asked for",
    async (id) => {
      const record = await recordWith({ "GET /credentials": data([batch("a", { programId: id })]) });
      expect((await record.programs())?.headers).toEqual([]);
      expect(record.asked).toHaveLength(2);
    },
  );
});

describe("the list of credential batches", () => {
  it("becomes headers with UTC instants; a count may come as a text", async () => {
    const record = await recordWith({
      "GET /credentials": data([
        batch("batch_1", { issuedAt: "2026-11-01T10:00:00+05:30", recipientCount: "485" }),
      ]),
    });
    expect(await record.list()).toMatchObject({
      headers: [{ ...LISTED, issuedAt: "2026-11-01T04:30:00.000Z", recipientCount: 485 }],
      invalid: [],
    });
  });

  it("says which members nobody knows, and that a count came as text", async () => {
    const odd = { recipientCount: "485", grade: "A", archived: true };
    const answer = data([batch("batch_1", odd), batch("batch_2", { recipientCount: "3", grade: "B" })]);
    expect(await (await recordWith({ "GET /credentials": answer })).noted()).toEqual([
      "Record sent recipientCount as text 2 times; it was read as a number",
      "Record sends members that its spec does not know: archived, grade",
    ]);
    const plain = await recordWith({ "GET /credentials": data([batch("batch_1")]) });
    expect(await plain.noted()).toEqual([]);
  });

  it("says that a time had no offset, where one had none", async () => {
    const noted = async (issuedAt: string) =>
      (await recordWith({ "GET /credentials": data([batch("batch_1", { issuedAt })]) })).noted();
    expect(await noted("2026-11-01T10:00:00")).toEqual([
      "Record sent a time without an offset once; it was read as UTC",
    ]);
    expect(await noted("2026-11-01T10:00:00+05:30")).toEqual([]);
  });

  it("holds a batch once that it names twice", async () => {
    const record = await recordWith({
      "GET /credentials": data([batch("batch_1"), batch("batch_1"), batch("batch_2")]),
    });
    expect((await record.list()).headers.map(({ id }) => id)).toEqual(["batch_1", "batch_2"]);
  });

  it("leaves out what breaks the spec, one by one, with its id", async () => {
    const record = await recordWith({
      "GET /credentials": data([
        batch("whole"),
        batch("no-time", { issuedAt: "yesterday" }),
        batch("negative", { recipientCount: -1 }),
        batch("a/b"),
        batch(".."),
      ]),
    });
    const { headers, invalid } = await record.list();
    expect(headers.map(({ id }) => id)).toEqual(["whole"]);
    // An id that cannot be asked for is no id: the record is named by its path.
    expect(invalid.map(({ id, path }) => id ?? path).sort()).toEqual([
      "$.data[3].batchId",
      "..",
      "negative",
      "no-time",
    ]);
  });
});

describe("texts from outside", () => {
  it("that differ in half a surrogate pair are no two cohorts: each is left out and named, programmes and people too", async () => {
    const record = await recordWith({
      "GET /programs": data([program("prog_1"), program("prog_2", { name: "Law \ud83d" })]),
      "GET /credentials": data([
        batch("batch_1"),
        batch("batch_2", { batchName: "May \ud83d" }),
        batch("batch_3", { batchName: "May \ude00" }),
      ]),
      "GET /credentials/batch_1": data({
        ...batch("batch_1"),
        recipients: [recipient("rec_1", "a@b.example"), recipient("rec_\ud83d", "a@b.example")],
      }),
    });
    const { headers, invalid } = await record.list();
    expect(headers.map(({ id }) => id)).toEqual(["batch_1"]);
    expect(invalid.map(({ path, id }) => [path, id])).toEqual([
      ["$.data[1].batchName", "batch_2"],
      ["$.data[2].batchName", "batch_3"],
    ]);
    expect((await record.programs())?.invalid.map(({ path, id }) => [path, id])).toEqual([
      ["$.data[1].name", "prog_2"],
    ]);
    const { details } = await record.read();
    expect(details?.credentials.map(({ id }) => id)).toEqual(["rec_1"]);
    expect(details?.invalid.map(({ path, id }) => [path, id])).toEqual([
      ["$.data.recipients[1].recipientId", null],
    ]);
  });

  it("in which somebody wrote an address are masked, are two where they were two, and are noted", async () => {
    const record = await recordWith({
      "GET /credentials": data([
        batch("batch_1", { batchName: "Course of ana@people.example" }),
        batch("batch_2", { batchName: "Course of ben@people.example" }),
      ]),
    });
    const names = (await record.list()).headers.map(({ name }) => name);
    expect(names).toEqual(["Course of [redacted hash-1]", "Course of [redacted hash-2]"]);
    expect(await record.noted()).toEqual([
      "Record sent what looks like an address, a link or the number of a card in batchName 2 times; it is kept as [redacted]",
    ]);
  });
});

describe("what the list says of a batch that breaks a rule the spec does not know", () => {
  it("is named by where it stands in the answer as it came, whatever was left out before it", async () => {
    const record = await recordWith({
      "GET /credentials": data([
        batch("negative", { recipientCount: -1 }),
        batch("whole"),
        batch("too-early", { issuedAt: "1999-12-31T23:59:59.999Z" }),
        batch("a/b"),
        batch("much-too-early", { issuedAt: "1970-01-01T00:00:00.000Z" }),
        batch(".."),
      ]),
    });
    const { headers, invalid } = await record.list();
    expect(headers.map(({ id }) => id)).toEqual(["whole"]);
    const paths = Object.fromEntries(invalid.map(({ id, path }) => [id, path]));
    expect(paths).toMatchObject({
      negative: "$.data[0].recipientCount",
      "too-early": "$.data[2].issuedAt",
      "much-too-early": "$.data[4].issuedAt",
      "..": "$.data[5].batchId",
    });
  });

  it("is named by where it stood last, where the list names it twice", async () => {
    const record = await recordWith({
      "GET /credentials": data([
        batch("batch_1"),
        batch("batch_2"),
        batch("batch_1", { issuedAt: "1999-01-01T00:00:00Z" }),
      ]),
    });
    const { headers, invalid } = await record.list();
    expect(headers.map(({ id }) => id)).toEqual(["batch_2"]);
    expect(invalid).toMatchObject([{ id: "batch_1", path: "$.data[2].issuedAt" }]);
  });
});

describe("one credential batch", () => {
  const { recipientCount: _count, ...details } = batch("batch_1");
  const answering = (recipients: readonly unknown[], other: object = {}) => ({
    "GET /credentials/batch_1": data({ ...details, recipients, ...other }),
  });

  it("keeps the ids, and of an address only a hash of what it says", async () => {
    const record = await recordWith(
      answering([
        recipient("r1", "  ALICE@Learners.Example "),
        recipient("r2", "n/a"),
        recipient("r3", "jo@learners.example", { name: null }),
      ]),
    );
    const read = await record.read();
    expect(read.details).toEqual({
      credentials: [
        { id: "r1", emailHash: "hash-1" },
        { id: "r2", emailHash: null },
        { id: "r3", emailHash: "hash-2" },
      ],
      invalid: [],
    });
    // The same person typed otherwise has the same hash.
    expect(record.hashed).toEqual(["alice@learners.example", "jo@learners.example"]);
    expect(JSON.stringify(read)).not.toMatch(/alice|learners|Adeyemi|getrecord/i);
  });

  it("leaves out a recipient that breaks the spec, and does not show who it is", async () => {
    const record = await recordWith(
      answering([recipient("r1", "a@b.example"), recipient("r2", "x", { email: 7 })]),
    );
    const { details } = await record.read();
    expect(details?.credentials.map(({ id }) => id)).toEqual(["r1"]);
    expect(details?.invalid).toEqual([
      expect.objectContaining({ id: "r2", path: "$.data.recipients[1].email" }),
    ]);
    expect(JSON.stringify(details)).not.toContain("Alice");
  });

  it("that is gone has no details, and keeps the header of the list", async () => {
    expect(await (await recordWith({})).read()).toEqual({ header: LISTED, details: null });
  });

  it("that answers for another batch is not believed: none of it counts, and the run goes on", async () => {
    const record = await recordWith(answering([recipient("r1", "a@b.example")], { batchId: "batch_2" }));
    const { header, details } = await record.read();
    expect(header).toEqual(LISTED);
    expect(details?.credentials).toEqual([]);
    expect(details?.invalid).toEqual([
      expect.objectContaining({ value: expect.stringContaining("$.data.batchId") }),
    ]);
  });
});

describe("a Record that cannot be read", () => {
  it("because of its token says so at once, without the token", async () => {
    const record = await recordWith({
      "GET /programs": {
        status: 401,
        body: { success: false, error: `Bad token ${TOKEN}`, code: "UNAUTHORIZED" },
      },
    });
    const error = await record.listError();
    expect(error).toMatchObject({ kind: "key", source: "Record" });
    expect(error.message).not.toContain(TOKEN);
    expect(record.asked).toHaveLength(1);
  });

  it.each([
    ["a refusal in a 200", { body: { success: false, error: "no", code: "INTERNAL_ERROR" } }],
    ["no list", { body: { success: true, message: "ok" } }],
  ])("because a 200 holds %s is not believed", async (_what, answer) => {
    const error = await (await recordWith({ "GET /credentials": answer })).listError();
    expect(error.kind).toBe("untrusted");
    expect(error.message).toContain("listCredentialBatches");
  });
});
