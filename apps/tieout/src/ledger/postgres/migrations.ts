import { firstOnPostgres } from "./migrations/0019-first-on-postgres.ts";

/**
 * The steps that made the tables of a ledger in PostgreSQL what they are, by their number and name. The first one makes
 * what the steps up to that number had made in SQLite; each later one has its number there as well.
 */
export const MIGRATIONS = {
  "0019_first_on_postgres": firstOnPostgres,
};
