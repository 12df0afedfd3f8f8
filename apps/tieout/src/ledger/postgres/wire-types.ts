import * as PgTypes from "@effect/sql-pg/PgTypes";
import { Result } from "effect";

const BYTES = 8;

const bytesOf = (value: bigint): Uint8Array => {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeBigInt64BE(value);
  return bytes;
};

/** Whole numbers of eight bytes: counts, sums of short ones, numbers of rows. One beyond 2^53 is refused. */
const int8: PgTypes.Codec<number | bigint> = {
  encode: (value) => Result.succeed(bytesOf(BigInt(value))),
  decode: (bytes) => {
    const value = Number(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readBigInt64BE());
    return Number.isSafeInteger(value)
      ? Result.succeed(value)
      : Result.fail(new PgTypes.CodecError({ message: "a number beyond 2^53, and no ledger counts so far" }));
  },
};

/** What is true is 1, as in SQLite. */
const bool: PgTypes.Codec<number | boolean> = {
  encode: (value) => Result.succeed(new Uint8Array([value ? 1 : 0])),
  decode: (bytes) => Result.succeed(bytes[0] === 1 ? 1 : 0),
};

const wireTypes = (): PgTypes.Registry => {
  const registry = PgTypes.makeRegistry();
  registry.register(PgTypes.OID.int8, int8);
  registry.register(PgTypes.OID.bool, bool);
  return registry;
};

/** How values come from PostgreSQL: as SQLite gives them, so that whoever reads a row need not know which of the two it is. */
export const WIRE_TYPES = wireTypes();
