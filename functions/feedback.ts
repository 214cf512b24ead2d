// Feedback: SES's events from the default bus. Many sendings become one piece of evidence.
import type { SQSRecord } from 'aws-lambda';
import { createEvidence } from './adapters/evidence.ts';
import { contactPorts } from './contact-ports.ts';
import { type ContactEnvironment, feedbackEnvironment } from './environment.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { log } from './log.ts';
import { type Heard, hearFeedback, readFeedback } from './use-cases/hear-feedback.ts';

export const create = (env: ContactEnvironment, aws: AwsConfig) => {
  const { dynamo, applyCauses } = contactPorts(env, aws);
  const ports = { evidence: createEvidence(dynamo, env.WORK_TABLE), applyCauses };
  return queueHandler(async (records) => {
    const read = records.map((record) => ({ record, heard: tryRead(record) }));
    const failed = await hearFeedback(
      ports,
      read.flatMap(({ heard }) => heard ?? []),
    );
    const isDone = (heard?: Heard) => heard && !(heard.work && failed.has(heard.work));
    return read.filter(({ heard }) => !isDone(heard)).map(({ record }) => record.messageId);
  });
};

function tryRead({ body, messageId }: SQSRecord): Heard | undefined {
  try {
    return readFeedback(body);
  } catch (error) {
    log.error('unreadable feedback', { messageId, error: (error as Error).name });
    return undefined;
  }
}

export const handler = lambda(feedbackEnvironment, create);
