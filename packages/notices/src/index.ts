export { BUNDLED, type BundledPackage } from "./bundled-package.ts";
export { thirdPartyNotices } from "./third-party-notices.ts";
