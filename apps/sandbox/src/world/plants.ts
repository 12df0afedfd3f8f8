/**
 * Irregularities that the world can hold, by name: what is wrong, and from which night on where it is not the first.
 *
 * Every one that finds a place is listed in the truth. A world too small for one goes without it.
 */
export const PLANTS = {
  // What a settlement batch declares.
  "captured-mismatch": "a batch declares 17.27 more than its transactions add up to",
  "refunded-mismatch": "a batch declares 4.11 more refunded than its transactions say",
  "before-reversals": "a batch declares its captures without what was reversed of them taken off",
  "net-of-refunds": "a batch declares its captures with the refunds taken off",
  "refund-rows": "a batch declares the refunds that are rows of their own, not those on the originals",
  "refunds-both": "a batch declares refunds on the originals and in rows of their own together",
  "refund-shown-twice":
    "a refund is a row of its own and on the original, and declared once: no rule is broken",
  "settlement-count-mismatch": "a batch declares a count that is none of its rows, ids or captures",
  "settlement-rejected": "a batch with money in it was rejected by the processor",
  "partially-accepted": "the processor accepted a batch in part",
  "settlement-overdue": "a batch is still submitted long after it was closed",
  "open-too-long": "a batch is still open long after it was opened",
  "batch-settling": "a batch has the status settling, which nobody documents",
  "batch-without-status": "a batch has no status",
  "negative-batch": "a batch of 10.00 captured and 45.10 refunded in a row of its own: -35.10",
  "zero-batch": "a batch of ten captures that were all refunded: exactly 0",
  "empty-batch": "a batch without a transaction",
  "batch-reopened": "an accepted batch is open again on night 2, and closed with another tip from night 3 on",
  "listed-late": "a batch that was accepted 34 days before night 1 is listed from night 3 on",
  "future-closed-at": "a batch was closed at a time that is still to come",
  "batch-vanished": "an accepted batch is gone from night 3 on",
  // Who counts what, and how processors count.
  "refund-without-row":
    "7.00 was refunded on a transaction of a TSYS batch that has no refund row, and it declares 0",
  "counts-originals": "a Fiserv batch counts refunds on originals, whatever Fiserv does",
  "refund-of-an-earlier-sale":
    "a refund row of a Fiserv batch bears the id of a transaction in another one: no rule is broken",
  "negative-refund-row": "the refund row of a Fiserv batch has a total of -7.00: no rule is broken",
  "refunded-elsewhere":
    "7.00 was refunded on a transaction of a TSYS batch that declares 0, and another batch has the refund row",
  "refund-row-twice": "one refund row of 7.00 is in two Fiserv batches",
  "header-as-at-close":
    "more is refunded on a transaction of an accepted TSYS batch from night 2 on, and its header stays as it was",
  "settled-again": "all transactions of a rejected batch are in an accepted one as well: no rule is broken",
  "settled-again-in-part": "all transactions of a rejected batch but one are in an accepted one as well",
  "declined-elsewhere": "one transaction of a USD batch is in EUR, and was declined: no rule is broken",
  "captured-short": "a batch declares 17.27 less than its transactions add up to",
  "rejected-42": "a batch of 42.00 was rejected by the processor",
  "history-of-a-sale": "a transaction is three rows of a batch, each an event of its own: no rule is broken",
  chargeback: "a batch lists a chargeback of 123.45 that it takes off its captured total",
  "one-event-twice": "two transactions of a batch bear one event id",
  "batch-moved": "a batch belongs to another account from night 2 on",
  "counts-anew":
    "an Elavon batch declares its captures with the refunds taken off, from night 2 on, every third from night 3 on",
  "mixed-refunds":
    "a Fiserv batch of two currencies shows 7.00 CHF refunded on a transaction and 9.00 CHF in a row of its own",
  // What a difference may come from.
  "tips-left-out": "a TSYS batch declares its captures without their tips, 8.11",
  "surcharges-left-out": "a TSYS batch declares its captures without their surcharges, 3.90",
  "taxes-left-out": "a TSYS batch declares its captures without their taxes, 7.11",
  "declares-another":
    "a TSYS batch declares 60.01 too much, which another one of its day and account declares as well",
  // What can be read of a settlement batch.
  "detail-unavailable": "a listed batch answers 404",
  "details-truncated": "a batch shows five of six of its transactions, wherever it is asked",
  "details-capped": "a batch embeds five of six of its transactions; searching shows all: no rule is broken",
  "header-bad-time": "a batch was opened at a time that is none",
  "amount-too-large": "a transaction's total is 9007199254740993, more than JSON keeps",
  "amount-fraction": "a transaction's total is 12.5 minor units",
  "amount-text": "a transaction's total is a text",
  "transaction-without-id": "a transaction has no id",
  // Transactions.
  "partial-approval": "a transaction was approved for less than its total",
  "refund-exceeds-capture": "three refunds of a transaction come to one minor unit more than its capture",
  "duplicate-transaction": "a transaction is in two batches",
  "conflicting-transaction": "a transaction is twice in a batch, with two totals",
  "wrong-batch": "a transaction names another batch than the one that lists it",
  "transaction-held": "a transaction has the status held, which nobody documents",
  "transaction-without-status": "a transaction has no status",
  "settled-though-reversed": "a transaction was reversed as a whole and is called settled: no rule is broken",
  "mixed-currency": "a batch has transactions in two currencies",
  "unknown-currency": "the transactions of a batch are in XTS",
  "no-currency": "the transactions of a batch name no currency",
  "late-refund": "a refund of a transaction in a batch accepted long ago, from night 2 or 3 on",
  "changed-nightly":
    "a transaction in a batch accepted long ago is refunded in part on nights 2 and 3, and has another tip from night 4 on",
  "late-tip": "the tip of a transaction in an accepted batch is another from night 3 on",
  // Credential batches.
  "count-mismatch": "a credential batch declares five more than were issued; mended on night 3",
  "three-counts": "a credential batch declares 485, holds 480 credentials, and 479 people have them",
  reissued: "one e-mail address is twice in a credential batch, in another case and with blanks",
  "no-address": "a credential has no e-mail address at all: no rule is broken",
  "idna-domain":
    "one person has four credentials of a batch, at the two forms of one domain and spelt otherwise",
  "status-processing": "a credential batch is still processing until night 3",
  "credentials-unavailable": "a listed credential batch answers 404",
  "credentials-vanished": "a credential batch is gone from night 3 on",
  "recipient-without-id": "a credential has no id",
  "duplicate-credential-id": "a credential is in two batches",
  "suspected-repeat": "a credential batch was issued twice, two minutes apart",
  "mode-mismatch": "a live token sees a credential batch of mode test, under the name of a live cohort",
  "foreign-org": "a credential batch belongs to another organisation",
  "name-variant": "a cohort is named like another of its programme but for a hyphen",
  "cohort-renamed": "a cohort has another name from night 2 on",
  "hidden-characters":
    "a batch whose name has characters that nobody sees belongs to a cohort: no rule is broken",
  "future-issued-at": "a credential batch is dated 400 days ahead",
  "issued-without-offset": "a credential batch is dated without an offset: no rule is broken",
  "issued-elsewhere": "a credential batch is dated in another offset: no rule is broken",
  "issued-before-2000": "a credential batch is dated in 1999",
  "hard-names": "three cohorts whose names or ids a spreadsheet would run, hide or spoil: no rule is broken",
  // Programmes, and the list itself.
  "program-missing": "a programme with credentials is not listed until night 2",
  "program-mode-mismatch": "a live token sees a programme of mode test",
  "program-foreign-org": "a programme belongs to another organisation",
  "list-with-paging": "the list of credential batches names a next page, though its spec knows none",
} as const;

/** The name of an irregularity. */
export type PlantName = keyof typeof PLANTS;
