// The smallest real call of each function, for measuring how fast its first answer comes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionName } from '../../infra/bundles.ts';
import type { Access } from '../../infra/local/access.ts';

const sendReport = join(import.meta.dirname, '../fixtures/ses-eventbridge/Send.json');

const at = Date.now();
const event = {
  id: 'cold-start',
  type: 'track',
  name: 'Page Read',
  user: 'u-cold',
  timestamp: at,
  receivedAt: at,
  source: 'segment',
};
const envelope = { events: [event] };
const message = {
  id: 'msg_cold',
  contact: 'con_cold',
  enrollment: 'enr_cold',
  campaign: 'event-based',
  version: 1,
  step: '1',
  template: 'retention-offer',
  kind: 'marketing',
  event: {},
  requestedAt: at,
};

const call = {
  ...{ kind: 'webhook', id: 'whk_cold', url: 'https://example.com', data: {}, at, hops: 1 },
  ...{ contact: 'con_cold', campaign: 'event-based', enrollment: 'enr_cold', step: 'webhook' },
};

export const firstCalls = ({ writeKey, adminToken }: Access): Record<FunctionName, unknown> => ({
  ingest: request('POST', '/v1/track', {
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}` },
    body: JSON.stringify({ userId: 'u-cold', event: 'Page Read', messageId: 'cold-start' }),
  }),
  pack: batch(JSON.stringify(envelope)),
  advance: batch(JSON.stringify({ detail: envelope })),
  tick: {},
  deliver: batch(JSON.stringify({ page: 'pg_cold', messages: [message] })),
  feedback: batch(readFileSync(sendReport, 'utf8')),
  pages: request('GET', '/u/cold', { pathParameters: { token: 'cold' } }),
  track: request('GET', '/c/cold', { pathParameters: { token: 'cold' } }),
  // Not due yet: what is measured is the function, and not somebody's server.
  webhook: batch(JSON.stringify({ order: call, attempts: 1, due: at + 86_400_000 })),
  crawl: batch(JSON.stringify({ job: 'job_cold', chunk: 0 })),
  api: request('GET', '/api/campaigns', { headers: { authorization: `Bearer ${adminToken}` } }),
  setup: {},
});

const batch = (body: string) => ({ Records: [{ messageId: 'cold', body }] });

function request(method: string, path: string, more: object) {
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' };
  const empty = { rawQueryString: '', headers: {}, isBase64Encoded: false };
  return { version: '2.0', rawPath: path, ...empty, requestContext: { http }, ...more };
}
