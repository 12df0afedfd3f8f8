import type { RecordClient } from "@tieout/record";

/** Calls every operation of Record's spec so that it succeeds; throws whatever the client throws. */
export const callAllOfRecord = async (record: RecordClient): Promise<void> => {
  const [program] = (await record.listPrograms()).data.data;
  if (program === undefined) throw new Error("the sandbox has no programme");
  const { programId } = program;
  await record.getProgram({ path: { programId } });
  const recipients = [{ name: "Alice", email: "alice@example.com" }];
  const issued = await record.issueCredentials({ body: { programId, batchName: "Cohort", recipients } });
  await record.listCredentialBatches();
  await record.getCredentialBatch({ path: { batchId: issued.data.data.batchId } });
};
