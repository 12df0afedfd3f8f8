import {
  dereference,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  pointerToken,
  textAt,
} from "../document/json.ts";
import { webhooksOf } from "../model/operation-model.ts";
import { camelCase } from "./named-operations.ts";
import type { Place, Refusals } from "./Refusals.ts";

/** A document with those of its webhooks that `look` does not refuse, as it gives them. */
export const withWebhooks = (
  { webhooks, ...document }: JsonObject,
  refusals: Refusals,
  look: (webhook: Json, place: Place & { readonly name: string }) => JsonObject,
): JsonObject => {
  const kept = mapMembers(objectAt({ webhooks: webhooks ?? {} }, "webhooks"), (webhook, name) => {
    const place = { operation: `webhook ${name}`, at: `#/webhooks/${pointerToken(name)}`, name };
    return refusals.attempt({ operation: place.operation, at: place.at }, () => look(webhook, place));
  });
  return Object.keys(kept).length === 0 ? document : { ...document, webhooks: kept };
};

/** A webhook under an id of its own, which none of those `taken` is. Refuses one that no client can receive. */
export const readableWebhook = (
  document: JsonObject,
  { webhook, name }: { readonly webhook: Json; readonly name: string },
  taken: Set<string>,
): JsonObject => {
  const item = dereference(document, webhook);
  const post = objectAt(item, "post");
  const wanted = camelCase(textAt(post, "operationId") ?? name);
  let operationId = wanted;
  for (let number = 2; taken.has(operationId); number += 1) operationId = `${wanted}${number}`;
  taken.add(operationId);
  const named = { ...item, post: { ...post, operationId } };
  webhooksOf({ ...document, webhooks: { [name]: named } });
  return named;
};
