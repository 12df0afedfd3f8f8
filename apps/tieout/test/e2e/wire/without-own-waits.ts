/**
 * Loaded into a tieout process before its bundle (`node --import`): a wait before a retry is a random share of a
 * growing one, and here that share is always nothing.
 */
Math.random = () => 0;
