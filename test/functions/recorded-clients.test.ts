import { describe, expect, test } from 'vitest';
import { openDoor } from '../support/door.ts';
import { haveFixtures, type Recorded, recorded } from '../support/fixtures.ts';

interface Item {
  readonly type: string;
  readonly messageId?: string;
  readonly timestamp?: string;
}

const letters: Readonly<Record<string, string>> = {
  i: 'identify',
  t: 'track',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
};

/** What the client sent, as type and id. */
function said(requests: readonly Recorded[]): string[] {
  return requests
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/'))
    .flatMap(({ path, decoded }) => {
      const body = decoded as Item & { readonly batch?: readonly Item[] };
      const type = letters[path.split('/').at(-1) ?? ''];
      return body.batch ?? [{ ...body, type: type ?? body.type }];
    })
    .map(({ type, messageId }) => `${type} ${messageId}`);
}

const expected = ({ method, path }: Recorded): number => {
  if (path.endsWith('.js')) return 404;
  return method === 'OPTIONS' ? 204 : 200;
};

describe.skipIf(!haveFixtures)('clients as they are', () => {
  test.each(recorded(/^(segment-analytics-node|browser-analytics-next-(fetch|batching|snippet))/))(
    '%s: every call arrives and every answer is one the client takes for success',
    async (_, requests) => {
      const door = openDoor('WK_TEST');
      for (const request of requests) {
        const { statusCode = 0 } = await door.send(request);
        expect(statusCode).toBe(expected(request));
      }
      // What a client sends again it sends under the same id.
      const arrived = new Set(door.events().map(({ type, id }) => `${type} ${id}`));
      expect(arrived).toEqual(new Set(said(requests)));
      expect(await door.quarantine()).toEqual([]);
    },
  );

  test('a person arrives with an address in any script, and an order with its lines', async () => {
    const door = openDoor('WK_TEST');
    for (const [, requests] of recorded(/^segment-analytics-node\.ok\.json$/))
      for (const request of requests) await door.send(request);
    const [identify, order] = door.events();
    expect(identify).toMatchObject({
      name: 'Contact Identified',
      user: 'u1',
      email: 'zoë.نمونه@example.com',
      traits: { first_name: 'سارا', last_name: 'Żółć', plan: 'pro' },
    });
    expect(order).toMatchObject({
      name: 'Order Completed',
      properties: {
        order_id: 'o-1',
        total: 49.9,
        products: [{ sku: 'A', price: 49.9, quantity: 1 }],
      },
    });
  });

  test("what a browser's library says around an event is kept as far as anybody can use it", async () => {
    const door = openDoor('WK_TEST');
    for (const [, requests] of recorded(/analytics-next-batching/))
      for (const request of requests) await door.send(request);
    const order = door.events().find(({ name }) => name === 'Order Completed');
    expect(order?.seen).toEqual({ timezone: 'UTC', locale: 'en-US@posix' });
    expect(order?.properties?.context).toEqual({
      campaign: { source: 'news', medium: 'email', name: 'spring' },
      page: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/landing$/) },
    });
  });

  test('what is long past stays in the past', async () => {
    const door = openDoor('WK_TEST');
    for (const [, requests] of recorded(/^segment-analytics-node\.ok\.json$/))
      for (const request of requests) await door.send(request);
    const historic = door.events().find(({ name }) => name === 'Historic');
    const age = Date.parse('2026-11-21T23:33:03.992Z') - Date.parse('2024-05-05T10:00:00.000Z');
    expect((historic?.receivedAt ?? 0) - (historic?.timestamp ?? 0)).toBe(age);
  });

  test('a browser library that was given no key in its settings is refused', async () => {
    const [[, [request] = []] = []] = recorded(/cdnsettings/);
    expect(request && (await openDoor('WK_TEST').send(request)).statusCode).toBe(401);
  });

  test('a beacon sent while the page closes arrives', async () => {
    const door = openDoor('WK_TEST');
    const [[, [request] = []] = []] = recorded(/sendbeacon/);
    expect(request && (await door.send(request)).statusCode).toBe(200);
    expect(door.events()).toMatchObject([{ name: 'Left', anonymous: 'an1' }]);
  });

  test.each([
    [/form-urlencoded/, { first_name: 'سارا' }, 200],
    [/form-multipart/, { first_name: 'Żółć' }, 200],
    [/fetch-json-form/, {}, 200],
  ])('a form of a browser (%s) becomes a lead', async (name, traits, status) => {
    const door = openDoor('newsletter');
    const [[, requests] = ['', []]] = recorded(name);
    for (const request of requests.filter(({ path }) => path.startsWith('/f/'))) {
      const { statusCode } = await door.send(request);
      expect(statusCode).toBe(request.method === 'OPTIONS' ? 204 : status);
    }
    expect(door.events()).toMatchObject([
      {
        name: 'Lead Captured',
        email: 'sara@example.com',
        traits: { email: 'sara@example.com', ...traits },
      },
    ]);
  });

  test('a form posted as text/plain is refused', async () => {
    const [[, [request] = []] = []] = recorded(/form-textplain/);
    expect(request && (await openDoor('newsletter').send(request)).statusCode).toBe(415);
  });
});
