import { describe, expect, it } from 'vitest';
import { Refused } from '../../../../functions/errors.ts';
import { cloudevents } from '../../../../functions/sources/cloudevents/cloudevents.ts';
import { verify } from '../../../../functions/sources/hook/verify.ts';
import { hookRequest, readHook } from '../../../support/hooks.ts';

const event = {
  specversion: '1.0',
  id: 'e-1',
  source: '/shop',
  type: 'com.example.order.completed',
  time: '2026-11-22T11:00:00Z',
  datacontenttype: 'application/json',
  data: { email: 'sara@example.com', total: 49.9 },
};
const structured = (body: unknown, contentType = 'application/cloudevents+json') =>
  readHook(cloudevents, JSON.stringify(body), { headers: { 'content-type': contentType } });
const binary = (headers: Record<string, string>, body = '{"email":"sara@example.com"}') =>
  readHook(cloudevents, body, {
    headers: {
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': 'e-1',
      'ce-source': '/shop',
      'ce-type': 'com.example.t',
      ...headers,
    },
  });
const refusal = (run: () => unknown): number | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.status;
    throw error;
  }
};

describe('a CloudEvent is set aside', () => {
  it.each([
    [{ id: undefined }, '"id" is missing'],
    [{ id: '' }, '"id" is empty'],
    [{ id: 7 }, '"id" is not a text'],
    [{ source: undefined }, '"source" is missing'],
    [{ type: ' ' }, '"type" is empty'],
    [{ specversion: '0.3' }, '"specversion" is not "1.0"'],
    [{ specversion: 1 }, '"specversion" is not "1.0"'],
    [{ time: 'yesterday' }, '"time" is not in RFC 3339'],
    [{ time: '2026-11-22' }, '"time" is not in RFC 3339'],
    [{ time: '2026-11-22T11:00:00' }, '"time" is not in RFC 3339'],
    [{ time: '2026-02-30T11:00:00Z' }, '"time" is not in RFC 3339'],
    [{ time: '2026-11-22T25:00:00Z' }, '"time" is not in RFC 3339'],
    [{ time: 1795305259 }, '"time" is not in RFC 3339'],
    [{ subject: 5 }, '"subject" is not a text'],
    [{ data: 'text' }, '"data" is not a JSON object'],
    [{ data: undefined, data_base64: 'AAAA' }, '"data" is binary'],
    [{ data: { total: 1 } }, 'Nobody to tie it to'],
  ])('with %j', (others, fault) => {
    const { events, rejected } = structured({ ...event, ...others });
    expect(events).toEqual([]);
    expect(rejected).toMatchObject([{ reason: expect.stringContaining(fault) }]);
  });

  it('alone, and its batch is taken', () => {
    const batch = [event, { ...event, id: undefined }, null, { ...event, id: 'e-2' }];
    const { events, rejected } = structured(
      batch,
      'application/cloudevents-batch+json; charset=utf-8',
    );
    expect(events.map(({ timestamp }) => timestamp)).toEqual([
      Date.UTC(2026, 10, 22, 11),
      Date.UTC(2026, 10, 22, 11),
    ]);
    expect(rejected).toHaveLength(2);
    expect(structured([], 'application/cloudevents-batch+json')).toEqual({
      events: [],
      rejected: [],
    });
  });

  it('in such a way that it can be mended and read again', () => {
    const headers = { 'ce-time': 'soon' };
    const [aside] = binary(headers, '{"email":"sara@example.com"}').rejected;
    expect(binary({}, aside?.raw).events).toHaveLength(1);
    const one = structured([{ ...event, time: 'x' }], 'application/cloudevents-batch+json')
      .rejected[0];
    const mended = JSON.parse((one?.raw ?? '').replace('"x"', '"2026-11-22T11:00:00+03:30"'));
    expect(structured(mended, 'application/cloudevents-batch+json').events).toHaveLength(1);
  });
});

describe('a CloudEvent in headers', () => {
  const extension = (value: string) => binary({ 'ce-note': value }).events[0]?.properties?.note;

  it('is decoded one round, and what stands in quotes before that', () => {
    expect(extension('Euro%20%E2%82%AC%20%F0%9F%98%80')).toBe('Euro € 😀');
    expect(extension('%2541')).toBe('%41');
    expect(extension('100%')).toBe('100%');
    expect(extension('"a \\"b\\" %41"')).toBe('a "b" A');
  });

  it.each(['%FF', '%C3%28', '%ED%A0%80', '%F5%80%80%80'])(
    'is refused for %s, which is not UTF-8',
    (bytes) => {
      expect(refusal(() => extension(bytes))).toBe(400);
    },
  );

  it('has no data that pretend to be more than the body', () => {
    const headers = { 'ce-data': '{"email":"a@example.com"}', 'ce-data_base64': 'AAAA' };
    expect(binary(headers).events[0]?.email).toBe('sara@example.com');
  });

  it.each(['text/plain', 'application/octet-stream', ''])(
    'with data as %j is refused with 415',
    (type) => {
      expect(refusal(() => binary({ 'content-type': type }))).toBe(415);
    },
  );
});

it.each([
  'application/cloudevents',
  'application/cloudevents+avro',
  'application/cloudevents-batch+protobuf',
  'application/json',
  'text/html',
  '',
])('what comes as %j is refused with 415', (contentType) => {
  expect(refusal(() => structured(event, contentType))).toBe(415);
});

it('bytes that are no text are refused', () => {
  const headers = { 'content-type': 'application/cloudevents+json' };
  const read = (body: Buffer | string) =>
    refusal(() =>
      cloudevents.read({
        ...hookRequest(cloudevents, '', { headers }),
        body: Buffer.from(body as string),
      }),
    );
  expect(read(Buffer.from([0x7b, 0xff, 0x7d]))).toBe(400);
  expect(read('{')).toBe(400);
});

describe('whoever asks whether events may be sent', () => {
  const ask = (headers: Record<string, string>, method = 'OPTIONS') =>
    cloudevents.greet?.({ ...hookRequest(cloudevents, '', { headers }), method });

  it('is told yes, by name', () => {
    expect(
      ask({ 'webhook-request-origin': 'eventemitter.example.com', 'webhook-request-rate': '120' }),
    ).toEqual({
      statusCode: 200,
      headers: {
        'webhook-allowed-origin': 'eventemitter.example.com',
        'webhook-allowed-rate': '*',
        allow: 'POST',
      },
      body: '',
    });
  });

  it('is not believed anything else, and browsers are not meant', () => {
    expect(ask({ 'webhook-request-origin': 'a\r\nset-cookie: x' })?.statusCode).toBe(400);
    expect(ask({ origin: 'https://shop.example' })).toBeUndefined();
    expect(ask({ 'webhook-request-origin': 'a' }, 'POST')).toBeUndefined();
  });
});

it('the secret comes along, in a header or in the address', () => {
  const request = hookRequest(cloudevents, event);
  const secret = 'iw0bHxNlbgXCRWxH3l1pNJuQN1c0AhWzOZv9dLkTt3A';
  const withToken = (token: string) => ({
    ...request,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(verify(withToken(secret), cloudevents.scheme, [secret])).toBeUndefined();
  expect(
    verify({ ...request, query: { access_token: secret } }, cloudevents.scheme, [secret]),
  ).toBeUndefined();
  expect(verify(withToken('other'), cloudevents.scheme, [secret])).toBe('wrong signature');
  expect(verify(request, cloudevents.scheme, [secret])).toBe('no signature');
});
