import { dereference, isObject, type JsonObject, objectAt, SpecRefused, textAt } from "./json.ts";
import { jsonSchemaOf } from "./operation-model.ts";

/** One webhook of a spec: what the API sends by itself. */
export interface WebhookModel {
  /** Its name under `webhooks`. */
  readonly name: string;
  /** The `operationId` of receiving it. */
  readonly id: string;
  /** The schema of the body that comes in. */
  readonly schema: JsonObject;
}

/** Reads the webhooks of a spec, in its order. Refuses one that is no POST of JSON with an `operationId`. */
export const webhooksOf = (document: JsonObject): readonly WebhookModel[] =>
  Object.entries(objectAt(document, "webhooks")).map(([name, value]) => {
    const operation = objectAt(dereference(document, value), "post");
    const id = textAt(operation, "operationId");
    const schema = jsonSchemaOf(dereference(document, operation["requestBody"]), name);
    if (id === undefined || !isObject(schema)) {
      throw new SpecRefused(`${name}: a webhook is a post with an operationId and a JSON body`);
    }
    return { name, id, schema };
  });
