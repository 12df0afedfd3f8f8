import koard = require("@tieout/koard");

export const client: koard.KoardClient = koard.createKoardClient({ apiKey: "k" });
