import { batch, type Exchange, transaction } from "./koard-server.ts";

/** Just below what is read of a body at all. */
const BODY_BYTES = 31 * 1024 * 1024;

const repeated = (text: string, bytes = BODY_BYTES): Buffer =>
  Buffer.alloc(Math.floor(bytes / text.length) * text.length, text);

const around = (id: string, members: string, inner: Buffer, end: string): Buffer =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(batch(id, 1)).slice(0, -1)},${members}`),
    inner,
    Buffer.from(end),
  ]);

const rows = (id: string): Buffer => {
  const all: Array<string> = [];
  for (let bytes = 0; bytes < BODY_BYTES; ) {
    const row = JSON.stringify(transaction(id, all.length + 1));
    bytes += row.length + 1;
    all.push(row);
  }
  return Buffer.from(all.join(","));
};

/** Bodies that cost more than their bytes, or as much as they can, by what they are; each for a batch. */
export const HOSTILE_BODIES: Readonly<Record<string, (id: string) => Buffer>> = {
  nested: (id) => {
    const half = BODY_BYTES / 2;
    return around(id, '"more":', Buffer.concat([repeated("[", half), repeated("]", half)]), "}");
  },
  empties: (id) => around(id, '"transactions":[', repeated("{},"), "{}]}"),
  text: (id) => around(id, '"transactions":[],"status":"', repeated("é"), '"}'),
  rows: (id) => around(id, '"transactions":[', rows(id), "]}"),
};

/** Answers each batch that is asked for with its rows by a body, where there is one for it. */
export const answerHostile =
  (bodyOf: (id: string) => ((id: string) => Buffer) | undefined) =>
  ({ id, query, response, answer }: Exchange): void => {
    const body = query.get("include_transactions") === "true" ? bodyOf(id)?.(id) : undefined;
    if (body === undefined) return void answer();
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  };
