// What is kept of what a client library says around an event: what rules, the timeline and a contact's clock can use.
import { expect, test } from 'vitest';
import { normalize } from '../../../../functions/sources/segment/normalize.ts';
import type { Event } from '../../../../workflows/model/event.ts';

const read = (item: object) =>
  normalize(
    { type: 'track', event: 'Signed Up', userId: 'u1', messageId: 'm1', ...item },
    0,
  ) as Event;
const around = (context: unknown, item: object = {}) =>
  read({ context, ...item }).properties?.context;

test('the campaign that brought a person is kept', () => {
  const campaign = { source: 'news', medium: 'email', name: '\u0628\u0647\u0627\u0631', odd: 1 };
  expect(around({ campaign })).toEqual({
    campaign: { source: 'news', medium: 'email', name: '\u0628\u0647\u0627\u0631' },
  });
});

test('the page is kept without its query, which may carry secrets', () => {
  const page = { url: 'https://shop.example/reset?token=x#y', referrer: '', title: 'Reset' };
  expect(around({ page })).toEqual({ page: { url: 'https://shop.example/reset' } });
});

test('a page call says its address once', () => {
  const page = { url: 'https://shop.example/a' };
  const call = { type: 'page', properties: { url: 'https://shop.example/a?b=1' } };
  expect(read({ ...call, context: { page } }).properties).toEqual(call.properties);
  expect(around({ page }, { type: 'page' })).toEqual({ page });
});

test('the account, and what a person agreed to be measured for, are kept', () => {
  const consent = { categoryPreferences: { Advertising: false, Analytics: true, odd: 'x' } };
  expect(around({ groupId: 'acme', consent })).toEqual({
    groupId: 'acme',
    consent: { categoryPreferences: { Advertising: false, Analytics: true } },
  });
});

test('destinations are kept when the sender leaves some out', () => {
  const some = { All: false, Mail: true, Other: { key: 1 } };
  expect(around({}, { integrations: some })).toEqual({ integrations: { All: false, Mail: true } });
  expect(around({}, { integrations: { All: true, Mail: true } })).toBeUndefined();
});

test('an identify call has a context too', () => {
  const campaign = { source: 'news' };
  expect(read({ type: 'identify', context: { campaign } }).properties).toEqual({
    context: { campaign },
  });
  expect(read({ type: 'identify' })).not.toHaveProperty('properties');
});

test("a property that the sender calls context is the sender's", () => {
  const context = { campaign: { source: 'news' } };
  expect(around(context, { properties: { context: 'own' } })).toBe('own');
});

test("the device's time zone and language are kept apart", () => {
  const event = read({ context: { timezone: 'Asia/Tehran', locale: 'fa-IR' } });
  expect(event.seen).toEqual({ timezone: 'Asia/Tehran', locale: 'fa-IR' });
  expect(event.properties).toEqual({});
  expect(read({ context: {} })).not.toHaveProperty('seen');
});

test.each([
  [null],
  ['x'],
  [[1]],
  [{ campaign: 'x', page: [], consent: 7, timezone: 3, locale: {}, groupId: true }],
  [{ campaign: { source: 'x'.repeat(501), medium: ' ' }, page: { url: {} } }],
  [JSON.parse('{"consent":{"categoryPreferences":{"__proto__":true}}}')],
])('an odd one (%#) costs nothing and leaves nothing', (context) => {
  const event = read({ context });
  expect(event.properties).toEqual({});
  expect(event.seen ?? {}).toEqual({});
});
