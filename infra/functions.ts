// Every Lambda: what it is told, and with that what it may do. Nothing here is granted "just in case".
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type {
  ApiEnvironment,
  ContactEnvironment,
  CrawlEnvironment,
  FeedbackEnvironment,
  IngestEnvironment,
  PackEnvironment,
  SetupEnvironment,
} from '../functions/environment.ts';
import { publishesTo, sendsTo, told, uses } from './binding.ts';
import type { Bundles, FunctionName } from './bundles.ts';
import { mailing, sending } from './functions-sending.ts';
import { tracking } from './functions-tracking.ts';
import { handler } from './handler.ts';
import { asksOf, type Mail, testsWith } from './mail.ts';
import { pace, type Queues } from './queues.ts';
import type { Tables } from './tables.ts';
import { invitesTo, type SignIn, signInHost } from './user-pool.ts';

export interface Surroundings {
  readonly bundles: Bundles;
  readonly tables: Tables;
  readonly queues: Queues;
  readonly bus: EventBus;
  readonly mail: Mail;
  readonly mailFrom: string;
  readonly relay: string | undefined;
  /** Where links lead. */
  readonly publicUrl: string;
  readonly signIn: SignIn;
}

export type Functions = Readonly<Record<FunctionName, LambdaFunction>>;

/** For those who start jobs and look after them, and for those who erase. */
const working = [
  ...(['GetItem', 'Query', 'PutItem', 'UpdateItem'] as const),
  ...(['DeleteItem', 'BatchWriteItem'] as const),
];

export const functions = (scope: Construct, around: Surroundings): Functions => ({
  ...takingIn(scope, around),
  ...actingOnContacts(scope, around),
  ...sending(scope, around),
  ...tracking(scope, around),
  ...administering(scope, around),
});

const takingIn = (scope: Construct, { bundles, tables, queues, bus }: Surroundings) => ({
  ingest: handler<IngestEnvironment>(scope, 'Ingest', {
    bundle: bundles.ingest,
    seconds: 10,
    megabytes: 256,
    environment: {
      CORE_TABLE: uses(tables.core, 'GetItem'),
      WORK_TABLE: uses(tables.work, 'PutItem', 'UpdateItem'),
      INBOX_QUEUE_URL: sendsTo(queues.inbox),
      BUS_NAME: publishesTo(bus),
    },
  }),
  pack: handler<PackEnvironment>(scope, 'Pack', {
    bundle: bundles.pack,
    seconds: pace.inbox.seconds,
    megabytes: 256,
    environment: { BUS_NAME: publishesTo(bus) },
  }),
});

function actingOnContacts(scope: Construct, { bundles, tables, queues }: Surroundings) {
  const environment = {
    CORE_TABLE: uses(
      tables.core,
      ...(['GetItem', 'BatchGetItem', 'Query'] as const),
      ...(['PutItem', 'UpdateItem', 'BatchWriteItem'] as const),
    ),
    ACTIVITY_TABLE: uses(tables.activity, 'GetItem', 'BatchGetItem', 'BatchWriteItem'),
    WORK_TABLE: uses(tables.work, 'BatchWriteItem', 'UpdateItem'),
    ADVANCE_QUEUE_URL: sendsTo(queues.advance),
    ...mailing(queues),
    INBOX_QUEUE_URL: sendsTo(queues.inbox),
    WEBHOOK_QUEUE_URL: sendsTo(queues.webhooks),
  };
  const guarding = {
    WORK_TABLE: uses(tables.work, 'BatchWriteItem', 'UpdateItem', 'GetItem', 'Query', 'PutItem'),
    JOB_QUEUE_URL: sendsTo(queues.jobs),
  };
  return {
    advance: handler<ContactEnvironment>(scope, 'Advance', {
      bundle: bundles.advance,
      seconds: pace.advance.seconds,
      environment,
    }),
    feedback: handler<FeedbackEnvironment>(scope, 'Feedback', {
      bundle: bundles.feedback,
      seconds: pace.feedback.seconds,
      environment: { ...environment, ...guarding },
    }),
    pages: handler<ContactEnvironment>(scope, 'Pages', {
      bundle: bundles.pages,
      seconds: 10,
      environment: { ...environment, ...showing(tables) },
    }),
    crawl: handler<CrawlEnvironment>(scope, 'Crawl', {
      bundle: bundles.crawl,
      seconds: pace.jobs.seconds,
      megabytes: 1024,
      environment: { ...environment, ...crawling({ tables, queues }) },
    }),
  };
}

/** For the pages that people see: what is kept of them, and keeping what they ask for. */
const showing = (tables: Tables) => ({
  ACTIVITY_TABLE: uses(tables.activity, 'GetItem', 'BatchGetItem', 'BatchWriteItem', 'Query'),
  WORK_TABLE: uses(tables.work, 'BatchWriteItem', 'UpdateItem', 'GetItem', 'PutItem'),
});

/** What a pass over all contacts may do besides. */
const crawling = ({ tables, queues }: Pick<Surroundings, 'tables' | 'queues'>) => ({
  CORE_TABLE: uses(tables.core, ...working, 'BatchGetItem', 'Scan'),
  ACTIVITY_TABLE: uses(tables.activity, 'GetItem', 'BatchGetItem', 'BatchWriteItem', 'Query'),
  WORK_TABLE: uses(tables.work, ...working),
  JOB_QUEUE_URL: sendsTo(queues.jobs),
});

const administering = (scope: Construct, { bundles, tables, queues, ...around }: Surroundings) => ({
  api: handler<ApiEnvironment>(scope, 'Api', {
    bundle: bundles.api,
    seconds: 29,
    environment: {
      CORE_TABLE: uses(
        tables.core,
        ...(['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'BatchWriteItem'] as const),
        ...(['Query', 'Scan', 'DeleteItem', 'DescribeTable'] as const),
      ),
      ACTIVITY_TABLE: uses(tables.activity, 'GetItem', 'BatchGetItem', 'BatchWriteItem', 'Query'),
      WORK_TABLE: uses(tables.work, ...working),
      ADVANCE_QUEUE_URL: sendsTo(queues.advance),
      ...mailing(queues),
      INBOX_QUEUE_URL: sendsTo(queues.inbox),
      WEBHOOK_QUEUE_URL: sendsTo(queues.webhooks),
      JOB_QUEUE_URL: sendsTo(queues.jobs),
      TRANSACTIONAL_SET: testsWith(scope, around.mail, around.mailFrom),
      IDENTITY: asksOf(around.mail),
      ...(around.relay !== undefined && { RELAY: told(around.relay) }),
      USER_POOL: invitesTo(around.signIn),
      USER_POOL_CLIENT: told(around.signIn.client.userPoolClientId),
      SIGN_IN_DOMAIN: told(signInHost),
      MAIL_FROM: told(around.mailFrom),
      PUBLIC_URL: told(around.publicUrl),
    },
  }),
  setup: handler<SetupEnvironment>(scope, 'Setup', {
    bundle: bundles.setup,
    seconds: 30,
    megabytes: 256,
    environment: { CORE_TABLE: uses(tables.core, 'GetItem', 'PutItem') },
  }),
});
