// The environment of each function: one zod model each, which CDK must fill, so that a missing one does not compile.
import * as z from 'zod';

const name = z.string().min(1);

export const ingestEnvironment = z.object({
  CORE_TABLE: name,
  WORK_TABLE: name,
  INBOX_QUEUE_URL: name,
  BUS_NAME: name,
});
export const packEnvironment = z.object({ BUS_NAME: name });

/** What it takes to apply a cause to a contact: shared by every function that does. */
const contactEnvironment = z.object({
  CORE_TABLE: name,
  ACTIVITY_TABLE: name,
  WORK_TABLE: name,
  ADVANCE_QUEUE_URL: name,
  SEND_QUEUE_URL: name,
  MARKETING_QUEUE_URL: name,
  BULK_QUEUE_URL: name,
  INBOX_QUEUE_URL: name,
  WEBHOOK_QUEUE_URL: name,
});
export const advanceEnvironment = contactEnvironment;
export const feedbackEnvironment = contactEnvironment.extend({ JOB_QUEUE_URL: name });
export const pagesEnvironment = contactEnvironment;
export const crawlEnvironment = contactEnvironment.extend({ JOB_QUEUE_URL: name });

export const tickEnvironment = z.object({
  CORE_TABLE: name,
  MARKETING_QUEUE_URL: name,
  BULK_QUEUE_URL: name,
  JOB_QUEUE_URL: name,
  ACTIVITY_TABLE: name,
  WORK_TABLE: name,
  ADVANCE_QUEUE_URL: name,
  SEND_QUEUE_URL: name,
  FEEDBACK_QUEUE_URL: name,
});
export const deliverEnvironment = z.object({
  CORE_TABLE: name,
  ACTIVITY_TABLE: name,
  WORK_TABLE: name,
  SEND_QUEUE_URL: name,
  FEEDBACK_QUEUE_URL: name,
  MARKETING_QUEUE_URL: name,
  BULK_QUEUE_URL: name,
  TRANSACTIONAL_SET: name,
  MARKETING_SET: name,
  MAIL_FROM: name,
  PUBLIC_URL: name,
});
export const apiEnvironment = contactEnvironment.extend({
  JOB_QUEUE_URL: name,
  TRANSACTIONAL_SET: name,
  MAIL_FROM: name,
  PUBLIC_URL: name,
  IDENTITY: name,
  /** Of one machine: the server that takes its mail, as JSON. */
  RELAY: z.optional(name),
  /** "none" where there is no pool. */
  USER_POOL: name,
  USER_POOL_CLIENT: name,
  /** The host at which Cognito asks people for their passwords. */
  SIGN_IN_DOMAIN: name,
});
export const webhookEnvironment = z.object({
  CORE_TABLE: name,
  ACTIVITY_TABLE: name,
  WEBHOOK_QUEUE_URL: name,
});
export const trackEnvironment = z.object({
  CORE_TABLE: name,
  WORK_TABLE: name,
  FEEDBACK_QUEUE_URL: name,
});
export const setupEnvironment = z.object({ CORE_TABLE: name });

export type IngestEnvironment = z.infer<typeof ingestEnvironment>;
export type PackEnvironment = z.infer<typeof packEnvironment>;
export type ContactEnvironment = z.infer<typeof contactEnvironment>;
export type FeedbackEnvironment = z.infer<typeof feedbackEnvironment>;
export type CrawlEnvironment = z.infer<typeof crawlEnvironment>;
export type TickEnvironment = z.infer<typeof tickEnvironment>;
export type DeliverEnvironment = z.infer<typeof deliverEnvironment>;
export type ApiEnvironment = z.infer<typeof apiEnvironment>;
export type WebhookEnvironment = z.infer<typeof webhookEnvironment>;
export type TrackEnvironment = z.infer<typeof trackEnvironment>;
export type SetupEnvironment = z.infer<typeof setupEnvironment>;
