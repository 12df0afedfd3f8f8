import { readFileSync, readlinkSync } from "node:fs";

/**
 * What a process number means: a boot of a machine, a PID namespace (a container has its own), and when the process
 * began, since numbers are used again. Null where the system does not say, as everywhere but on Linux.
 */
export interface ProcessIdentity {
  readonly boot: string | null;
  readonly namespace: string | null;
  /** In ticks since the boot. */
  readonly started: string | null;
}

const orNull = <A>(read: () => A): A | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** What Linux says of a process: its state in one letter, and when it began. */
interface ProcessState {
  readonly state: string;
  readonly started: string;
}

const stateOf = (pid: number): ProcessState | null =>
  orNull(() => {
    // The name of the program stands in parentheses and may hold anything, so what counts begins after the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [state = "", started = ""] = [fields[0], fields[19]];
    return { state, started };
  });

/** Who this process is. */
export const ownIdentity = (): ProcessIdentity => ({
  boot: orNull(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
  namespace: orNull(() => readlinkSync("/proc/self/ns/pid")),
  started: stateOf(process.pid)?.started ?? null,
});

/** Ended, and waiting for a parent that does not ask; or being taken away. */
const ENDED = /^[ZXx]$/;

/** Whether a process of our own boot and namespace has that number, whoever it belongs to. */
const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && "code" in cause && cause.code === "ESRCH");
  }
};

/**
 * Whether a process is known to have ended: told only of one of our own boot and PID namespace, for in another one its
 * number is somebody else's or nobody's.
 */
export const hasEnded = (pid: number, its: ProcessIdentity): boolean => {
  const own = ownIdentity();
  const isOurs =
    its.boot !== null &&
    its.boot === own.boot &&
    its.namespace !== null &&
    its.namespace === own.namespace &&
    its.started !== null;
  if (!isOurs) return false;
  if (!exists(pid)) return true;
  const now = stateOf(pid);
  // Where the system hides the processes of others, one that is there and cannot be looked at lives.
  return now !== null && (ENDED.test(now.state) || now.started !== its.started);
};
