/** Whether an address leads to this machine alone, so that nobody can read on the way what is sent to it. */
export const isLoopback = (address: string): boolean => {
  const { hostname } = new URL(address);
  return /^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:.+\.)?localhost)$/.test(hostname);
};
