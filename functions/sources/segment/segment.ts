// Segment's HTTP Tracking API, so that its client libraries work unchanged.
// Refuses a whole request only for what the client must know; never redirects, for clients would lose events.
import { Refused } from '../../errors.ts';
import { type HttpResponse, json } from '../../lambda.ts';
import type { Incoming } from '../incoming.ts';
import type { Delivery, Source } from '../source.ts';
import { type Call, readItems } from './items.ts';
import { normalize } from './normalize.ts';
import { settings } from './settings.ts';
import { writeKeyOf } from './write-key.ts';

const calls: Readonly<Record<string, Call>> = {
  i: 'identify',
  t: 'track',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
  b: 'batch',
  import: 'batch',
};

const path =
  /^(?:\/beacon)?\/v1\/(?:([itpsgab]|identify|track|page|screen|group|alias|batch|import)|projects\/([^/]+)\/settings)\/?$/;

function read(request: Incoming): Delivery {
  const word = path.exec(request.path)?.[1];
  if (word === undefined) throw new Refused(405, 'Settings are read with GET.');
  const { items, writeKey, rejected } = readItems(request.body, calls[word] ?? (word as Call));
  const outcomes = items.map((item) => normalize(item, request.receivedAt));
  return {
    sender: { kind: segment.name, writeKey: writeKeyOf(request, writeKey) },
    events: outcomes.filter((event) => 'id' in event),
    rejected: [...rejected, ...outcomes.filter((failure) => 'reason' in failure)],
    answer: json(200, { success: true }),
  };
}

const refuse = (_: Incoming, status: number, error: string): HttpResponse =>
  json(status, { success: false, error });

const show = (request: Incoming): HttpResponse | undefined => {
  const key = path.exec(request.path)?.[2];
  return key === undefined ? undefined : json(200, settings(key, request));
};

export const segment: Source = { name: 'segment', path, read, refuse, show };
