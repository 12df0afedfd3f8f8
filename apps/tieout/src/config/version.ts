import manifest from "../../package.json" with { type: "json" };

/** The version of this tieout. */
export const VERSION: string = manifest.version;
