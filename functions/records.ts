// Runs the records of a queue batch side by side; one that fails is delivered again, its neighbours are not.
import type { SQSRecord } from 'aws-lambda';
import { log } from './log.ts';

/** `run` answers whether a record is done. Answers the ids of those that are not. */
export async function eachRecord(
  records: readonly SQSRecord[],
  run: (record: SQSRecord) => Promise<boolean>,
): Promise<string[]> {
  const done = await Promise.all(
    records.map(async (record) => {
      try {
        return await run(record);
      } catch (error) {
        log.error('record failed', { messageId: record.messageId, error });
        return false;
      }
    }),
  );
  return records.filter((_, at) => !done[at]).map(({ messageId }) => messageId);
}
