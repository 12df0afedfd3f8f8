import { rmSync } from "node:fs";
import { COLLECTED } from "./collected.ts";

/** Before all tests: what they publish is collected anew. */
export const setup = (): void => rmSync(COLLECTED, { recursive: true, force: true });
