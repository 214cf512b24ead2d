// Runs the records of a queue batch one after another; one that fails is delivered again, its neighbours are not.
import type { SQSRecord } from 'aws-lambda';
import { log } from './log.ts';

/**
 * `run` answers whether a record is done. Answers the ids of those that are not. In turn, because whoever
 * dies leaves in doubt what it had begun: one record, not the batch.
 */
export async function eachRecord(
  records: readonly SQSRecord[],
  run: (record: SQSRecord) => Promise<boolean>,
): Promise<string[]> {
  const failed: string[] = [];
  for (const { messageId, ...record } of records) {
    try {
      if (!(await run({ messageId, ...record }))) failed.push(messageId);
    } catch (error) {
      log.again('record failed', { messageId, error });
      failed.push(messageId);
    }
  }
  return failed;
}
