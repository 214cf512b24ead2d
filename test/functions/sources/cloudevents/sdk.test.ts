// What the CloudEvents SDK sends, and what was recorded of it.
import { CloudEvent, HTTP, type Message } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { cloudevents } from '../../../../functions/sources/cloudevents/cloudevents.ts';
import { haveFixtures, recorded } from '../../../support/fixtures.ts';
import { readHook } from '../../../support/hooks.ts';

const data = { order_id: 'o-1', total: 49.9, email: 'sara@example.com', name: 'سارا Żółć' };
const sent = new CloudEvent({
  id: 'e-1',
  source: '/shop/pl',
  type: 'com.example.order.completed',
  time: '2026-11-22T11:00:00.000Z',
  subject: 'user/u1',
  customername: 'Sara',
  data,
});
const told = ({ headers, body }: Message) =>
  readHook(cloudevents, body as string, { headers: headers as Record<string, string> });

describe('an event of the SDK', () => {
  it.each(['binary', 'structured'] as const)('arrives as it was sent: %s', (mode) => {
    expect(told(HTTP[mode](sent)).events).toMatchObject([
      {
        name: 'com.example.order.completed',
        email: 'sara@example.com',
        source: 'cloudevents/shop',
        timestamp: Date.UTC(2026, 10, 22, 11),
        properties: {
          order_id: 'o-1',
          total: 49.9,
          name: 'سارا Żółć',
          customername: 'Sara',
          subject: 'user/u1',
          event_source: '/shop/pl',
        },
      },
    ]);
  });

  it('is the same in every mode', () => {
    const [one, other] = [HTTP.binary(sent), HTTP.structured(sent)].map(
      (one) => told(one).events[0],
    );
    expect(one).toEqual(other);
  });

  it('gets the name and the person where the owner says that they are', () => {
    const body = { ...sent.toJSON(), data: { buyer: { mail: 'a@example.com', no: 7 } } };
    const settings = {
      names: { 'com.example.order.completed': 'Order Completed' },
      email: ['data.buyer.mail'],
      user: ['data.buyer.no'],
    };
    const headers = { 'content-type': 'application/cloudevents+json' };
    expect(readHook(cloudevents, body, { headers, settings }).events).toMatchObject([
      { name: 'Order Completed', email: 'a@example.com', user: '7' },
    ]);
  });
});

describe.runIf(haveFixtures)('what was recorded of the SDK', () => {
  const requests = recorded(/^cloudevents\.json$/).flatMap(([, all]) => all);
  /** None of them says whose it is, so the owner points to what stands in for it. */
  const settings = { email: [], user: ['data.order_id', 'customername'] };
  const read = (at: number) => {
    const { body = '', headers = {} } = requests[at] ?? {};
    return readHook(cloudevents, String(body), { headers, settings });
  };

  it('is read in binary, structured and batch mode alike', () => {
    const [binary, structured, batch] = [read(0), read(1), read(3)].map(({ events }) => events);
    expect(binary).toMatchObject([{ user: 'o-1', properties: { customer: 'سارا Żółć' } }]);
    expect(structured).toEqual(binary);
    expect(batch).toHaveLength(2);
    expect(batch?.[0]).toEqual(binary?.[0]);
    expect(batch?.[1]?.id).not.toBe(binary?.[0]?.id);
  });

  it('has its percent signs decoded', () => {
    expect(read(2).events).toMatchObject([{ user: 'Euro € 😀' }]);
  });
});
