"use strict";
const { exercise } = require("./exercise.cjs");

const specs = {
  koard: require("@tieout/koard/openapi.json"),
  record: require("@tieout/record/openapi.json"),
};
// A rejection that nobody handles ends the process with an error.
exercise({
  http: require("@tieout/http"),
  koard: require("@tieout/koard"),
  record: require("@tieout/record"),
  reconcile: require("@tieout/reconcile"),
  specs,
});
