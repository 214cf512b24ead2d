// How each function is built, for running it in process: its own `create`, on an environment from the template.
import * as advance from '../../functions/advance.ts';
import * as api from '../../functions/api.ts';
import * as crawl from '../../functions/crawl.ts';
import * as deliver from '../../functions/deliver.ts';
import * as feedback from '../../functions/feedback.ts';
import * as ingest from '../../functions/ingest.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import * as pack from '../../functions/pack.ts';
import * as pages from '../../functions/pages.ts';
import * as setup from '../../functions/setup.ts';
import * as tick from '../../functions/tick.ts';
import * as track from '../../functions/track.ts';
import * as webhook from '../../functions/webhook.ts';

export type FunctionName =
  | 'ingest'
  | 'pack'
  | 'advance'
  | 'tick'
  | 'deliver'
  | 'feedback'
  | 'pages'
  | 'track'
  | 'crawl'
  | 'webhook'
  | 'api'
  | 'setup';

export type Builder = (
  environment: never,
  aws: AwsConfig,
) => (payload: never, context: never) => Promise<unknown>;

type Runnable = (
  environment: Readonly<Record<string, string>>,
  aws: AwsConfig,
) => (payload: unknown, context: { getRemainingTimeInMillis(): number }) => Promise<unknown>;

export const runnableBuilder = (builder: Builder) => builder as unknown as Runnable;

export const builders: Readonly<Record<FunctionName, Builder>> = {
  ingest: ingest.create,
  pack: pack.create,
  advance: advance.create,
  tick: tick.create,
  deliver: deliver.create,
  feedback: feedback.create,
  pages: pages.create,
  track: track.create,
  crawl: crawl.create,
  webhook: webhook.create,
  api: api.create,
  setup: setup.create,
};
