import { describe, expect, it } from 'vitest';
import { readAgain, type SetAside } from '../../../functions/sources/read-again.ts';

const at = Date.UTC(2026, 10, 22, 12);
const again = (source: string, raw: unknown, others: Partial<SetAside> = {}) =>
  readAgain({
    ...{ source, besides: {}, settings: {}, receivedAt: at },
    raw: typeof raw === 'string' ? raw : JSON.stringify(raw),
    ...others,
  });

describe('a form that is read again', () => {
  const answers = { email: 'sara@example.com', consent: 'yes', consent_wording: 'News' };

  it('is of the form and the page that it stood on', async () => {
    const besides = { form: 'newsletter', page: 'https://shop.example/news' };
    expect((await again('form/site', answers, { besides })).events).toMatchObject([
      {
        properties: { form: 'newsletter' },
        consent: { wording: 'News', page: 'https://shop.example/news' },
        source: 'form/site',
      },
    ]);
  });

  it('is of the form of its address, where a server sent it', async () => {
    const besides = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await again('form/newsletter', answers, { besides })).events).toMatchObject([
      { properties: { form: 'newsletter' }, source: 'form/newsletter' },
    ]);
  });

  it('has the same id however often', async () => {
    const [one] = (await again('form/site', answers)).events;
    expect((await again('form/site', answers)).events).toEqual([one]);
  });
});

describe('a call that is read again', () => {
  const call = { type: 'track', event: 'Order Completed', userId: 'u1' };

  it('came in when it came in', async () => {
    const { events } = await again('segment/site', call);
    expect(events).toMatchObject([{ timestamp: at, receivedAt: at, source: 'segment/site' }]);
    expect((await again('segment/site', call)).events).toEqual(events);
  });

  it('may be a batch, if a batch was set aside', async () => {
    const batch = { batch: [call, { ...call, event: '' }, { ...call, userId: 'u2' }] };
    const { events, rejected } = await again('segment/site', batch);
    expect([events.length, rejected.length]).toEqual([2, 1]);
  });

  it.each(['{', '[', 'null,null', '}]}', ''])('refuses %j', async (raw) => {
    await expect(again('segment/site', raw)).rejects.toMatchObject({ name: 'Refused' });
  });
});

it('a webhook of a kind that is gone is refused', async () => {
  await expect(again('fax/office', {})).rejects.toThrow('Nothing reads what came from fax');
});

it('nobody says for an event which contact it is of, where it came from, or when', async () => {
  const event = {
    ...{ id: 'e1', type: 'track', name: 'Order Completed', user: 'u1', timestamp: at },
    ...{ contact: 'con_1', hops: 3, source: 'api', receivedAt: 1 },
  };
  const { events } = await again('segment/site', event, { isEvent: true });
  expect(events).toEqual([
    {
      ...{ id: 'e1', type: 'track', name: 'Order Completed', user: 'u1', timestamp: at },
      ...{ source: 'segment/site', receivedAt: at },
    },
  ]);
});
