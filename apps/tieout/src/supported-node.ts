/** Which versions of Node have all that is needed: compression by Zstandard, and a SQLite that can be copied while it is used. */
export const SUPPORTED_NODE = "^22.16.0 || >=24.0.0";

/** Whether a version such as `22.16.0` is one of {@link SUPPORTED_NODE}. */
export const isSupportedNode = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 22 && minor >= 16) || major >= 24;
};
