import { fetchOverHttp } from "../../sources/wire/fetch-over-http.ts";
import { reasonOf } from "../tell/deliver.ts";

/** How long traces, metrics and logs together may take at the end of a run. */
export const FLUSH_MS = 5000;

/** Sends for the exporter, and keeps what did not arrive, which it says to nobody. */
export class OtlpSender {
  readonly #failed = new Map<string, string>();

  /** As the platform's own fetch, by way of the client that all requests of tieout take. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    // What is never answered is never said otherwise.
    this.#failed.set(pathname, `no answer within ${FLUSH_MS / 1000} s`);
    try {
      const response = await fetchOverHttp(request);
      if (response.ok) this.#failed.delete(pathname);
      else this.#failed.set(pathname, `it answered ${response.status}`);
      return response;
    } catch (cause) {
      if (!request.signal.aborted) this.#failed.set(pathname, reasonOf(cause));
      throw cause;
    }
  };

  /** Why not all arrived, each reason once; none where all did. */
  get reasons(): ReadonlyArray<string> {
    return [...new Set(this.#failed.values())];
  }
}
