// An HTTP request as the event that API Gateway's HTTP API hands to a function (payload format 2.0).
// What it does to a request was observed on the real one: the path is decoded, the query string is not.
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Match } from './http-routes.ts';

export type HttpEvent = APIGatewayProxyEventV2;

export interface Incoming {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly query: string;
  readonly protocol: string;
  readonly sourceIp: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

interface Received {
  readonly at: number;
  readonly requestId: string;
  readonly account: string;
}

export function httpEvent(
  incoming: Incoming,
  { route, pathParameters }: Match,
  received: Received,
): HttpEvent {
  const { cookie, ...sent } = joinHeaders(incoming.rawHeaders);
  const headers = { ...sent, ...forwarded(sent, incoming.sourceIp) };
  const query = joinQuery(incoming.query);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: incoming.path,
    rawQueryString: incoming.query,
    ...(cookie && { cookies: cookie.split(/[;,] */) }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: contextOf(incoming, headers, route, received),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...bodyOf(incoming.body, headers),
  };
}

type Headers = Record<string, string>;

function contextOf(
  { method, path, protocol, sourceIp }: Incoming,
  headers: Headers,
  { key, apiId, stage }: Match['route'],
  { at, requestId, account }: Received,
): HttpEvent['requestContext'] {
  const domainName = (headers.host ?? '').replace(/:\d+$/, '');
  return {
    accountId: account,
    apiId,
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: { method, path, protocol, sourceIp, userAgent: headers['user-agent'] ?? '' },
    requestId,
    routeKey: key,
    stage,
    time: commonLogTime(at),
    timeEpoch: at,
  };
}

function joinHeaders(raw: readonly string[]): Headers {
  const headers: Headers = {};
  for (let i = 0; i < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const value = raw[i + 1] ?? '';
    headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return headers;
}

const forwarded = (headers: Headers, sourceIp: string): Headers => ({
  'x-forwarded-for': [headers['x-forwarded-for'], sourceIp].filter(Boolean).join(', '),
  'x-forwarded-port': /:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80',
  'x-forwarded-proto': 'http',
});

function joinQuery(query: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  return joined;
}

const textTypes = /^(text\/|application\/(json|xml|javascript)\s*(;|$))/i;

// Everything that is not surely text comes in base64, a form that was posted included.
function bodyOf(body: Buffer, headers: Headers): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textTypes.test(headers['content-type'] ?? '') && !headers['content-encoding'];
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** Such as 12/Mar/2020:19:03:58 +0000. */
function commonLogTime(at: number): string {
  const [, day, month, year, clock] = new Date(at).toUTCString().split(/,? /);
  return `${day}/${month}/${year}:${clock} +0000`;
}
