import { Duration } from "effect";

/**
 * How the engine is set. Its own defaults are for work that lasts milliseconds; a night lasts seconds or minutes, and what
 * counts is how soon another runner goes on where one is gone, and that none is taken for gone that is only busy.
 */
export const TUNED = {
  /**
   * A runner that shows no sign of life for so long is gone: one that is frozen, or cut off. As long as a lease of the
   * ledger lasts, since before its end nobody could go on with the book; one that ended is noticed at once.
   */
  shardLockExpiration: Duration.seconds(30),
  /** How often it shows one. A runner that proves a large batch does nothing else for some seconds. */
  shardLockRefreshInterval: Duration.seconds(10),
  /** How often runners look who else is there. */
  refreshAssignmentsInterval: Duration.seconds(1),
  /** Runners that come together are counted in together: each division of the books anew interrupts nights. */
  runnerJoinDebounce: Duration.seconds(2),
  /** How often a runner looks for books that were handed over, and a fleet for ends. */
  entityMessagePollInterval: Duration.seconds(1),
  entityReplyPollInterval: Duration.seconds(1),
  /** How long nights may go on whose books go to a runner that came; what they have read by then is kept. */
  entityTerminationTimeout: Duration.seconds(15),
  /** Books that a runner has taken from the database: those that it works on, that wait, and that ended just now. */
  maxResidentEntities: 2000,
  unprocessedMessageBatchSize: 500,
  /** Nothing goes from runner to runner but through the database. */
  simulateRemoteSerialization: false,
} as const;

/** How often a runner looks whether another one has ended. */
export const ENDED_EVERY = Duration.seconds(1);
