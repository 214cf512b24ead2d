// Track: leads whoever clicks on to where the link in a mail leads, and answers the pixel of an opened one. It leads nowhere
// that we have not signed, and never lets anybody wait: a hit that finds no queue is lost, and counted as lost.
import { createDynamo } from './adapters/dynamo.ts';
import { createHitQueue } from './adapters/hit-queue.ts';
import { createHits } from './adapters/hits.ts';
import { hash } from './adapters/keys.ts';
import { createSettings } from './adapters/settings.ts';
import { createSqs } from './adapters/sqs.ts';
import { pageHeaders } from './channels/email/page.ts';
import { nothingHerePage, wrongLinkPage } from './channels/email/tracking-page.ts';
import { type TrackedToken, verifyTracked } from './channels/email/tracking-token.ts';
import { type TrackEnvironment, trackEnvironment } from './environment.ts';
import {
  type AwsConfig,
  type HttpRequest,
  type HttpResponse,
  httpHandler,
  lambda,
} from './lambda.ts';
import { log, metric } from './log.ts';
import { now } from './now.ts';
import type { Hit, HitQueue, Hits } from './tracking-ports.ts';
import { doorSigns } from './use-cases/door-signs.ts';
import { trap } from './use-cases/judge-hit.ts';

export const create = (env: TrackEnvironment, aws: AwsConfig) => {
  const dynamo = createDynamo(aws);
  const settings = createSettings(dynamo, env.CORE_TABLE, now);
  const ports = {
    hits: createHits(dynamo, env.WORK_TABLE, now),
    queue: createHitQueue(createSqs(aws), env.FEEDBACK_QUEUE_URL),
  };
  return httpHandler(async (request) => {
    const { organization, signingKeys } = await settings.get();
    const of = request.rawPath.startsWith('/o/') ? 'pixel' : 'link';
    const token = verifyTracked(request.pathParameters?.token ?? '', of, signingKeys);
    const answer = token && answerTo(token, organization.name);
    if (!token || !answer) return page(404, wrongLinkPage(organization.name));
    await note(ports, token, request);
    return answer;
  });
};

const quietly = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** 43 bytes: one transparent point. */
const pixel = 'R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

function answerTo(token: TrackedToken, organization: string): HttpResponse | undefined {
  if (token.kind === 'trap') return page(200, nothingHerePage(organization));
  if (token.kind === 'open') {
    const headers = { ...quietly, 'content-type': 'image/gif' };
    return { statusCode: 200, headers, body: pixel, isBase64Encoded: true };
  }
  const url = URL.parse(token.url);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // As a URL it is ASCII, without anything that could end a header.
  return isWeb ? { statusCode: 302, headers: { ...quietly, location: url.href } } : undefined;
}

async function note(
  { hits, queue }: { readonly hits: Pick<Hits, 'note'>; readonly queue: HitQueue },
  token: TrackedToken,
  { headers, requestContext }: HttpRequest,
): Promise<void> {
  const at = now();
  const { kind, message } = token;
  const { method } = requestContext.http;
  const link = kind === 'click' ? hash(token.url).slice(0, 8) : trap;
  const { contact, campaign, sentAt } = token;
  const signs = doorSigns({ kind, method, headers });
  const whose = { contact, message, campaign, sentAt, at, signs };
  const done = await Promise.allSettled([
    ...(kind === 'open' ? [] : [hits.note(message, { at, link })]),
    ...(kind === 'trap' ? [] : [queue.put(hitOf(token, whose))]),
  ]);
  const failed = done.find((one) => one.status === 'rejected');
  if (!failed) return;
  log.error('a hit was lost', { message, error: failed.reason });
  metric('HitsLost', 1);
}

const hitOf = (token: TrackedToken, whose: Omit<Hit, 'kind' | 'url'>): Hit =>
  token.kind === 'click' ? { ...whose, kind: 'click', url: token.url } : { ...whose, kind: 'open' };

const page = (statusCode: number, body: string): HttpResponse => ({
  statusCode,
  headers: pageHeaders,
  body,
});

export const handler = lambda(trackEnvironment, create);
