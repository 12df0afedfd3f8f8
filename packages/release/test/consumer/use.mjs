import { createRequire } from "node:module";
import * as http from "@tieout/http";
import * as koard from "@tieout/koard";
import * as reconcile from "@tieout/reconcile";
import * as record from "@tieout/record";
import { exercise } from "./exercise.cjs";

const require = createRequire(import.meta.url);
const specs = {
  koard: require("@tieout/koard/openapi.json"),
  record: require("@tieout/record/openapi.json"),
};
await exercise({ http, koard, record, reconcile, specs });
