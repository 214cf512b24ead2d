// The errors of SQS, with the codes that its older query protocol gave them: clients still read those.
import { AwsError } from '../aws-error.ts';

const namespace = 'com.amazonaws.sqs';

const sqsError = (code: string, message: string, queryCode = code): AwsError =>
  new AwsError(code, message, { namespace, queryCode });

const simple = (code: string, message: string, queryCode = code) =>
  sqsError(code, message, `AWS.SimpleQueueService.${queryCode}`);

export const nonExistentQueue = () =>
  simple('QueueDoesNotExist', 'The specified queue does not exist.', 'NonExistentQueue');

export const emptyBatch = () =>
  simple('EmptyBatchRequest', 'There should be at least one entry in the request.');

export const tooManyEntries = (count: number) =>
  simple(
    'TooManyEntriesInBatchRequest',
    `Maximum number of entries per request are 10. You have sent ${count}.`,
  );

export const idsNotDistinct = () =>
  simple('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id in the request.');

export const batchTooLong = (bytes: number) =>
  simple(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than 1048576 bytes. You have sent ${bytes} bytes.`,
  );

export const invalidParameter = (message: string) => sqsError('InvalidParameterValue', message);

export const notInFlight = () =>
  simple('MessageNotInflight', 'The message referred to is not in flight.');
