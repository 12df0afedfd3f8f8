/** Requests that may come at once, as a share of those of a second. */
const BURST_SHARE = 0.1;

/**
 * Lets so many requests a second through, as a server's token bucket does: `take` says whether this one may pass.
 * Infinity lets all through.
 */
export const requestLimit = (perSecond: number): { readonly take: (nowMs: number) => boolean } => {
  const most = Math.max(1, perSecond * BURST_SHARE);
  let [tokens, lastMs] = [most, 0];
  return {
    take: (nowMs) => {
      if (perSecond === Number.POSITIVE_INFINITY) return true;
      tokens = Math.min(most, tokens + ((nowMs - lastMs) / 1000) * perSecond);
      lastMs = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
