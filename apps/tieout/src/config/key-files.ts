import { OF_A_LEDGER, setting } from "./setting.ts";
import { nonBlank } from "./values.ts";

/** Files with keys. A key is no option: the command line is for everybody to see. */
export const KEY_FILES = {
  hashKeyFile: setting({
    name: "hashKeyFile",
    sentence:
      "The file of the ledger's key, with which people are hashed; of a PostgreSQL ledger all runners share it",
    kind: nonBlank,
    metavar: "",
    fallback: { text: "beside the ledger's file, with .key added", value: undefined },
    from: ["environment", "file"],
    commands: OF_A_LEDGER,
  }),
  signKeyFile: setting({
    name: "signKeyFile",
    sentence: "The file of an OpenSSH Ed25519 key without a passphrase, with which reports are signed",
    kind: nonBlank,
    metavar: "",
    fallback: { text: "none, and reports are not signed", value: undefined },
    from: ["environment", "file"],
    commands: ["run", "report"],
  }),
} as const;
