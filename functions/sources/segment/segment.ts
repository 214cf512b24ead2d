// Segment's HTTP Tracking API, so that its client libraries work unchanged.
// Refuses a whole request only for what the client must know; never redirects, for clients would lose events.
import { Refused } from '../../errors.ts';
import { type HttpResponse, json } from '../../lambda.ts';
import type { Incoming } from '../incoming.ts';
import type { Delivery, Sender, Source } from '../source.ts';
import { readItems } from './items.ts';
import { library } from './library.ts';
import { normalize } from './normalize.ts';
import { callAt, isDittofeed, isRudderConfig, libraryFileAt, path, settingsAt } from './paths.ts';
import { rudderConfig } from './rudder-config.ts';
import { settings } from './settings.ts';
import { writeKeyOf } from './write-key.ts';

function read(request: Incoming): Delivery {
  const call = callAt(request.path);
  if (call === undefined) throw new Refused(405, 'This is read with GET.');
  const { items, writeKey, rejected } = readItems(request.body, call);
  const outcomes = items.map((item) => normalize(item, request.receivedAt));
  return {
    sender: { kind: segment.name, writeKey: writeKeyOf(request, writeKey) },
    events: outcomes.filter((event) => 'id' in event),
    rejected: [...rejected, ...outcomes.filter((failure) => 'reason' in failure)],
    answer: isDittofeed(request.path) ? { statusCode: 204 } : json(200, { success: true }),
  };
}

const refuse = (_: Incoming, status: number, error: string): HttpResponse =>
  json(status, { success: false, error });

/** Every page of a website asks for it, and it does not change. */
const forAnHour = { 'cache-control': 'public, max-age=3600' };

function show(request: Incoming): HttpResponse | undefined {
  const file = libraryFileAt(request.path);
  if (file !== undefined) return library(file, request);
  const key = settingsAt(request.path);
  const shown = isRudderConfig(request.path) ? rudderConfig : key && settings(key, request);
  if (!shown) return undefined;
  const answer = json(200, shown);
  return { ...answer, headers: { ...answer.headers, ...forAnHour } };
}

const named = async (request: Incoming): Promise<Sender> => ({
  kind: segment.name,
  writeKey: writeKeyOf(request, undefined),
});

export const segment: Source = { name: 'segment', path, read, refuse, show, named };
