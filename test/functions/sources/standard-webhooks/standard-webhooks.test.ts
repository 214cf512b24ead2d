import { describe, expect, it } from 'vitest';
import { standardWebhooks } from '../../../../functions/sources/standard-webhooks/standard-webhooks.ts';
import { haveFixtures } from '../../../support/fixtures.ts';
import { type Posted, readHook, recordedHook } from '../../../support/hooks.ts';

const signed = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1795348800' };
const told = (body: object | string, posted: Posted = {}) =>
  readHook(standardWebhooks, body, { headers: signed, ...posted });
const paid = { type: 'invoice.paid', timestamp: '2026-11-22T09:00:00+01:00' };
const reasonOf = (body: object, posted?: Posted) => told(body, posted).rejected[0]?.reason;

describe('a webhook of the standard', () => {
  it('is an event named for its type, at its time, with its data', () => {
    const data = { email: ' Sara@Example.com ', total: 12.5, note: 'سلام' };
    expect(told({ ...paid, data })).toMatchObject({
      events: [
        {
          type: 'track',
          name: 'invoice.paid',
          email: 'Sara@Example.com',
          properties: { total: 12.5, note: 'سلام' },
          timestamp: Date.UTC(2026, 10, 22, 8),
          source: 'standard-webhooks/shop',
        },
      ],
      rejected: [],
    });
  });

  it('keeps ids that no double can hold', () => {
    const body = `{"type":"invoice.paid","data":{"user_id":9007199254740993,"invoice":820982911946154508}}`;
    expect(told(body).events).toMatchObject([
      { user: '9007199254740993', properties: { invoice: '820982911946154508' } },
    ]);
  });

  it('is the same event by the id that was signed, whatever else it says', () => {
    const data = { email: 'sara@example.com' };
    const [one] = told({ ...paid, data }).events;
    const [again] = told({ ...paid, data: { ...data, more: 1 } }).events;
    const svix = { 'svix-id': 'msg_1', 'svix-timestamp': '1795348800' };
    const [branded] = told({ ...paid, data }, { headers: svix }).events;
    const [other] = told({ ...paid, data }, { headers: { 'webhook-id': 'msg_2' } }).events;
    expect([again?.id, branded?.id]).toEqual([one?.id, one?.id]);
    expect(other?.id).not.toBe(one?.id);
  });

  it('is of now when it says no time', () => {
    const { timestamp: _, ...timeless } = paid;
    expect(told({ ...timeless, data: { user_id: 'u1' } }).events[0]?.timestamp).toBe(
      Date.UTC(2026, 10, 22, 12),
    );
  });
});

describe('the person', () => {
  it.each([
    [{ email: 'a@example.com' }, { email: 'a@example.com' }],
    [{ user: { email: 'a@example.com', id: 7 } }, { email: 'a@example.com', user: '7' }],
    [{ customer: { email: 'a@example.com' } }, { email: 'a@example.com' }],
    [{ userId: 'u1' }, { user: 'u1' }],
    [{ user_id: 0 }, { user: '0' }],
  ])('is found in %j', (data, person) => {
    expect(told({ ...paid, data }).events).toMatchObject([person]);
  });

  it('is where the owner says, the first place that holds something', () => {
    const settings = { email: ['data.to', 'data.from'], user: [] };
    const data = { to: '', from: 'nora@example.com', user_id: 'u1' };
    const [event] = told({ ...paid, data }, { settings }).events;
    expect(event).toMatchObject({ email: 'nora@example.com' });
    expect(event).not.toHaveProperty('user');
  });

  it.each([[{}], [{ email: 'nobody' }], [{ user_id: {} }], [{ __proto__: { email: 'a@b.co' } }]])(
    'that is not in %j is nobody',
    (data) => {
      expect(reasonOf({ ...paid, data })).toContain('Nobody to tie it to');
    },
  );

  it('is not looked for in what every object has', () => {
    const settings = { email: [], user: ['data.constructor.name'] };
    expect(reasonOf({ ...paid, data: {} }, { settings })).toContain('Nobody');
  });
});

it.each([
  [{ type: '' }, 'The type is missing'],
  [{ type: { name: 'x' } }, 'The type is missing'],
  [{ timestamp: 'yesterday' }, 'not in ISO 8601'],
  [{ timestamp: {} }, 'not in ISO 8601'],
])('%j is set aside, and says why', (others, why) => {
  expect(reasonOf({ ...paid, data: { user_id: 'u1' }, ...others })).toContain(why);
});

describe.runIf(haveFixtures)('the recorded webhook', () => {
  it('is an event', () => {
    const { headers, body } = recordedHook('standard-webhooks');
    const receivedAt = Date.UTC(2026, 2, 21, 10, 0, 1);
    expect(told(body, { headers, receivedAt }).events).toMatchObject([
      {
        name: 'contact.created',
        email: 'sara@example.com',
        timestamp: Date.UTC(2026, 2, 21, 10),
        properties: { name: 'سارا Żółć' },
      },
    ]);
  });
});
