import { expect, test } from 'vitest';
import { normalize } from '../../../../functions/sources/segment/normalize.ts';
import { type Event, event } from '../../../../workflows/model/event.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;
const read = (item: object, receivedAt = now) =>
  normalize({ userId: 'u1', messageId: 'm1', ...item }, receivedAt) as Event & { reason?: string };
const track = (extra: object = {}) => ({ type: 'track', event: 'Order Completed', ...extra });

test('a track call becomes an event with its properties, and nothing of the client library', () => {
  const whole = track({
    properties: { total: 49.9, items: [{ sku: 'A' }] },
    context: { library: { name: 'x' }, userAgent: 'Mozilla/5.0', ip: '192.0.2.1' },
    integrations: { All: true, 'Segment.io': true },
    _metadata: {},
  });
  expect(read(whole)).toEqual({
    id: 'm1',
    type: 'track',
    name: 'Order Completed',
    user: 'u1',
    properties: { total: 49.9, items: [{ sku: 'A' }] },
    timestamp: now,
    receivedAt: now,
    source: 'segment',
  });
});

test.each([
  ['identify', 'Contact Identified'],
  ['page', 'Page Viewed'],
  ['screen', 'Screen Viewed'],
  ['group', 'Group Identified'],
  ['alias', 'Contact Aliased'],
])('%s is named %s', (type, name) => {
  const needed = { groupId: 'g1', previousId: 'p1' };
  expect(read({ type, name: 'Home', ...needed })).toMatchObject({ type, name });
});

test('a page keeps its own name and category among the properties', () => {
  const page = { type: 'page', name: 'Home', category: 'Docs', properties: { url: '/a' } };
  expect(read(page).properties).toEqual({ url: '/a', name: 'Home', category: 'Docs' });
});

test("a group's traits are the group's, not the person's", () => {
  const group = read({
    type: 'group',
    groupId: 7,
    traits: { name: 'Acme', email: 'a@acme.example' },
  });
  expect(group).not.toHaveProperty('traits');
  expect(group).not.toHaveProperty('email');
  expect(group.properties).toEqual({ name: 'Acme', email: 'a@acme.example', groupId: '7' });
});

test('an alias keeps the id it comes from', () => {
  expect(read({ type: 'alias', previousId: 'old' }).properties).toEqual({ previousId: 'old' });
});

test('an email among the traits identifies; one that is none is not kept as an address', () => {
  const traits = { email: ' Sara@example.com\u200f', plan: 'pro' };
  expect(read({ type: 'identify', traits })).toMatchObject({
    email: 'Sara@example.com',
    traits: { email: 'Sara@example.com', plan: 'pro' },
  });
  const odd = read({ type: 'identify', traits: { email: 'n/a', plan: 'pro' } });
  expect(odd.traits).toEqual({ plan: 'pro' });
  expect(odd).not.toHaveProperty('email');
});

test('a reserved trait has one name however it is spelled; others keep theirs', () => {
  const traits = { firstName: 'Sara', last_name: 'Nowak', favoriteColor: 'red', constructor: 'x' };
  expect(Object.entries(read({ type: 'identify', traits }).traits ?? {})).toEqual([
    ['first_name', 'Sara'],
    ['last_name', 'Nowak'],
    ['favoriteColor', 'red'],
    ['constructor', 'x'],
  ]);
});

test('so has a part of an address and of a company', () => {
  const traits = {
    address: { postalCode: '1234', City: 'x' },
    company: { employeeCount: 7 },
    postalCode: '9',
  };
  expect(read({ type: 'identify', traits }).traits).toEqual({
    address: { postal_code: '1234', City: 'x' },
    company: { employee_count: 7 },
    postalCode: '9',
  });
  expect(read({ type: 'identify', traits: { address: 'Home', company: ['A'] } }).traits).toEqual({
    address: 'Home',
    company: ['A'],
  });
});

test('an email in the context identifies too, and alone it is enough', () => {
  const context = { traits: { email: 'sara@example.com' } };
  expect(read(track({ userId: null, context }))).toMatchObject({ email: 'sara@example.com' });
});

test("RudderStack's browser library says a person's traits in the context alone", () => {
  const context = { traits: { email: 'sara@example.com', firstName: 'Sara', plan: 'free' } };
  expect(read({ type: 'identify', context, traits: { plan: 'pro' } })).toMatchObject({
    email: 'sara@example.com',
    traits: { email: 'sara@example.com', first_name: 'Sara', plan: 'pro' },
  });
});

test('ids may be numbers; null and empty text are no ids', () => {
  expect(read(track({ userId: 42, anonymousId: '' }))).toMatchObject({ user: '42' });
  expect(read(track({ userId: '', anonymousId: 'a' }))).not.toHaveProperty('user');
});

test('text is normalized, so that one person spelled in two ways is one', () => {
  expect(read(track({ userId: 'Z\u0307aba' })).user).toBe('\u017baba');
  expect(read(track({ properties: { title: 'half \ud83d' } })).properties).toEqual({
    title: 'half \ufffd',
  });
});

test.each([
  ['nobody to tie it to', track({ userId: undefined }), 'Nobody to tie it to'],
  ['no event name', track({ event: ' ' }), 'needs an event name'],
  ['a group without its id', { type: 'group' }, 'needs a groupId'],
  ['an alias of nobody', { type: 'alias' }, 'needs a previousId'],
  [
    'an alias for nobody',
    { type: 'alias', userId: '', anonymousId: 'a', previousId: 'b' },
    'needs a userId',
  ],
  ['an endless event name', track({ event: 'x'.repeat(201) }), 'longer than 200'],
  ['an endless user id', track({ userId: 'x'.repeat(201) }), 'userId is longer'],
  ['an unknown type', { type: 'delete' }, 'type must be one of'],
  [
    'traits that are a list',
    { type: 'identify', traits: [1] },
    'traits must be an object, it is a list',
  ],
  [
    'properties that are text',
    track({ properties: 'x' }),
    'properties must be an object, it is text',
  ],
  ['a time nobody can read', track({ timestamp: '05/05/2024' }), 'ISO 8601'],
  ['an infinite number', track({ properties: JSON.parse('{"x":1e999}') }), 'too large'],
  [
    'deep nesting',
    track({ properties: JSON.parse(`{"x":${'['.repeat(500)}${']'.repeat(500)}}`) }),
    'deeper',
  ],
])('%s is a reason not to take the event', (_, item, reason) => {
  expect(read(item).reason).toContain(reason);
});

test('an odd context, null traits and null properties do not cost the event', () => {
  for (const context of [null, 'x', [], { traits: 7 }, { traits: { email: 9 } }])
    expect(read(track({ context, properties: null })).name).toBe('Order Completed');
  expect(read({ type: 'identify', traits: null }).traits).toEqual({});
});

test('a field named __proto__ is dropped wherever it is', () => {
  const properties = JSON.parse('{"a":{"__proto__":{"admin":true},"b":1},"__proto__":{"x":1}}');
  const taken = read(track({ properties }));
  expect(JSON.stringify(taken.properties)).toBe('{"a":{"b":1}}');
  expect(taken.properties?.x).toBeUndefined();
  expect(Object.getPrototypeOf(taken.properties?.a)).toBe(Object.prototype);
});

test('the same call without an id has the same id when it is sent again', () => {
  const call = track({ messageId: undefined, timestamp: '2026-11-22T11:00:00Z' });
  const first = read({ ...call, sentAt: '2026-11-22T11:00:01Z' });
  const again = read({ ...call, sentAt: '2026-11-22T11:09:00Z' }, now + 10 * minute);
  expect(first.id).toMatch(/^evt_[\w-]{27}$/);
  expect(again.id).toBe(first.id);
  expect(read({ ...call, properties: { total: 1 } }).id).not.toBe(first.id);
});

test('without id and time it is the same deed within a minute, and a new one later', () => {
  const call = track({ messageId: undefined });
  expect(read(call, now + 59_000).id).toBe(read(call).id);
  expect(read(call, now + minute).id).not.toBe(read(call).id);
});

test('an id of more than 100 characters is shortened, always to the same', () => {
  const long = track({ messageId: 'x'.repeat(101) });
  expect(read(long).id).toMatch(/^evt_/);
  expect(read(long).id).toBe(read(long).id);
  expect(read(track({ messageId: 'x'.repeat(100) })).id).toBe('x'.repeat(100));
});

test('what is taken fits the model of events', () => {
  const extremes = track({ event: 'x'.repeat(200), userId: 'u'.repeat(200), anonymousId: 7 });
  expect(event.parse(read(extremes))).toEqual(read(extremes));
});
