// Feedback: SES's events from the default bus. Many sendings become one piece of evidence.
import type { SQSRecord } from 'aws-lambda';
import { createAudit } from './adapters/audit.ts';
import { createBookKeeping } from './adapters/book-keeping.ts';
import { createEvidence } from './adapters/evidence.ts';
import { createHits } from './adapters/hits.ts';
import { hash } from './adapters/keys.ts';
import { createSettings } from './adapters/settings.ts';
import { contactPorts } from './contact-ports.ts';
import { type FeedbackEnvironment, feedbackEnvironment } from './environment.ts';
import { jobsPorts } from './job-wiring.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { log } from './log.ts';
import { now } from './now.ts';
import { pauseCampaign } from './use-cases/campaign-states.ts';
import { guard, guardRails } from './use-cases/guard-rails.ts';
import { hearFeedback } from './use-cases/hear-feedback.ts';
import { hearTracking } from './use-cases/hear-tracking.ts';
import { type Heard, readFeedback } from './use-cases/read-feedback.ts';

export const create = (env: FeedbackEnvironment, aws: AwsConfig) => {
  const { dynamo, applyCauses, tallies, books, notify } = contactPorts(env, aws);
  const states = {
    ...jobsPorts(dynamo, env, aws),
    book: createBookKeeping(dynamo, env.CORE_TABLE),
  };
  const audit = createAudit(dynamo, env.CORE_TABLE);
  const pause = (campaign: string, because: string) =>
    pauseCampaign(states, campaign, { by: guardRails, because });
  const ports = {
    evidence: createEvidence(dynamo, env.WORK_TABLE),
    ...{ applyCauses, notify, hash },
    guard: (campaigns: readonly string[]) =>
      guard({ tallies, books, audit, pause, now }, campaigns),
  };
  const tracking = {
    hits: createHits(dynamo, env.WORK_TABLE, now),
    settings: createSettings(dynamo, env.CORE_TABLE, now).get,
    hash,
  };
  return queueHandler(async (records) => {
    const read = await Promise.all(
      records.map(async (record) => ({ record, heard: await judged(tracking, tryRead(record)) })),
    );
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

/** A hit becomes work. */
async function judged(
  tracking: Parameters<typeof hearTracking>[0],
  heard: Heard | undefined,
): Promise<Heard | undefined> {
  if (!heard?.hit) return heard;
  try {
    const work = await hearTracking(tracking, heard.hit);
    return work ? { work } : {};
  } catch (error) {
    log.error('hit not judged', { message: heard.hit.message, error });
    return undefined;
  }
}

export const handler = lambda(feedbackEnvironment, create);
