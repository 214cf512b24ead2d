// A request as a function sees it.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { httpEvent, type Incoming } from '../../../infra/local/http-event.ts';

const at = Date.UTC(2026, 10, 21, 9, 5, 7);

const route = { key: '$default', apiId: 'api', stage: '$default', functionId: 'Ingest' };

function event(incoming: Partial<Incoming>, pathParameters: Record<string, string> = {}) {
  const request = {
    method: 'GET',
    path: '/',
    query: '',
    protocol: 'HTTP/1.1',
    sourceIp: '203.0.113.7',
    rawHeaders: ['Host', 'crm.example:3000'],
    body: Buffer.alloc(0),
  };
  const received = { at, requestId: 'req-1', account: '000000000000' };
  return httpEvent({ ...request, ...incoming }, { route, pathParameters }, received);
}

describe('the event of a request', () => {
  it('has the shape of payload format 2.0', () => {
    const incoming = {
      method: 'POST',
      path: '/u/abc',
      query: 'a=1',
      rawHeaders: ['Host', 'crm.example:3000', 'User-Agent', 'test', 'Content-Type', 'text/plain'],
      body: Buffer.from('é'),
    };
    expect(event(incoming, { token: 'abc' })).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/u/abc',
      rawQueryString: 'a=1',
      queryStringParameters: { a: '1' },
      pathParameters: { token: 'abc' },
      headers: {
        host: 'crm.example:3000',
        'user-agent': 'test',
        'content-type': 'text/plain',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-port': '3000',
        'x-forwarded-proto': 'http',
      },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        domainName: 'crm.example',
        domainPrefix: 'crm',
        http: {
          method: 'POST',
          path: '/u/abc',
          protocol: 'HTTP/1.1',
          sourceIp: '203.0.113.7',
          userAgent: 'test',
        },
        requestId: 'req-1',
        routeKey: '$default',
        stage: '$default',
        time: '21/Nov/2026:09:05:07 +0000',
        timeEpoch: at,
      },
      body: 'é',
      isBase64Encoded: false,
    });
  });

  it('has no body, query, cookies or path parameters when there are none', () => {
    const keys = Object.keys(event({}));
    for (const key of ['body', 'queryStringParameters', 'cookies', 'pathParameters'])
      expect(keys).not.toContain(key);
  });

  it('has the query string untouched, and beside it decoded and joined', () => {
    const query = 'q=a%20b&q=c+d&empty&x=%2C';
    expect(event({ query })).toMatchObject({
      rawQueryString: query,
      queryStringParameters: { q: 'a b,c d', empty: '', x: ',' },
    });
  });

  it('has header names in lower case, repeated headers joined, and cookies apart', () => {
    const rawHeaders = ['X-A', '1', 'x-a', '2', 'Cookie', 'a=1; b=2', 'cookie', 'c=3'];
    const { headers, cookies } = event({ rawHeaders });
    expect(headers).toMatchObject({ 'x-a': '1,2' });
    expect(headers).not.toHaveProperty('cookie');
    expect(cookies).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it('names the proxies that a request came through', () => {
    const { headers } = event({ rawHeaders: ['X-Forwarded-For', '198.51.100.1'] });
    expect(headers['x-forwarded-for']).toBe('198.51.100.1, 203.0.113.7');
  });

  it.each([
    ['application/json; charset=utf-8', false],
    ['text/plain', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['multipart/form-data; boundary=x', true],
    ['application/jsonlines', true],
    ['', true],
  ])('of a body of type "%s" has base64: %s', (type, isBase64Encoded) => {
    const body = Buffer.from('a=1');
    expect(event({ rawHeaders: ['Content-Type', type], body })).toMatchObject({
      body: isBase64Encoded ? body.toString('base64') : 'a=1',
      isBase64Encoded,
    });
  });

  it('has a compressed body as it came, in base64', () => {
    const body = gzipSync('{}');
    const rawHeaders = ['Content-Type', 'application/json', 'Content-Encoding', 'gzip'];
    const expected = { body: body.toString('base64'), isBase64Encoded: true };
    expect(event({ rawHeaders, body })).toMatchObject(expected);
  });
});
