// What a user does first, against a server of ours. Both module systems run this file.
"use strict";
const assert = require("node:assert/strict");
const { createServer } = require("node:http");

/** The example of an operation's 200 in a spec. */
const exampleOf = (spec, path) => {
  const media = spec.paths[path].get.responses[200].content["application/json"];
  return media.example ?? Object.values(media.examples)[0].value;
};

const pathOf = (spec, operationId) =>
  Object.keys(spec.paths).find((path) => spec.paths[path].get?.operationId === operationId);

exports.exercise = async ({ http, koard, record, reconcile, specs }) => {
  let isOpen = true;
  const answers = new Map(
    [
      [specs.koard, "listBatches"],
      [specs.record, "listCredentialBatches"],
    ].map(([spec, id]) => [pathOf(spec, id), exampleOf(spec, pathOf(spec, id))]),
  );
  const server = createServer((request, response) => {
    const body = answers.get(new URL(request.url, "http://loopback").pathname);
    response.writeHead(isOpen ? 200 : 403, { "content-type": "application/json" });
    response.end(JSON.stringify(isOpen ? body : {}));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const baseUrl = `http://127.0.0.1:${server.address().port}`;
    const cards = koard.createKoardClient({ apiKey: new http.Secret("canary-key"), baseUrl });
    const people = record.createRecordClient({ token: "sk_test_canary", baseUrl });
    assert.ok((await cards.listBatches()).data.batches.length > 0);
    assert.ok((await people.listCredentialBatches()).data.data.length > 0);

    isOpen = false;
    // The error classes of the clients are those of the one transport beneath both.
    const refused = (await cards.listBatches().catch((error) => error)) ?? {};
    assert.ok(refused instanceof koard.KoardRefused && refused instanceof http.ApiRefused, String(refused));
    await assert.rejects(people.listCredentialBatches(), record.RecordRefused);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  assert.equal(reconcile.formatMinor(1234n, "EUR"), "12.34");
};
