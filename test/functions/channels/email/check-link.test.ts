// Whether a link is alive: over real TLS, with servers that answer in their own ways, and never at home.
import { afterEach, describe, expect, test } from 'vitest';
import { createCheckLink } from '../../../../functions/channels/email/check-link.ts';
import { openReceiver, type Receiver } from '../../../support/receiver.ts';

let receiver: Receiver;
afterEach(() => receiver.close());

const check = async (...answer: Parameters<typeof openReceiver>) => {
  receiver = await openReceiver(...answer);
  return createCheckLink(receiver.network)(receiver.url);
};
const methods = () => receiver.received.map(({ method }) => method);

describe('a link', () => {
  test.each([200, 204, 301, 302, 401, 403, 405, 429])('is alive at %d', async (status) => {
    const said = await check((response) => response.writeHead(status, { location: '/' }).end());
    expect(said).toBeUndefined();
    expect(methods()).toEqual(['HEAD']);
  });

  test.each([404, 410, 500])('is dead at %d, when GET says so too', async (status) => {
    expect(await check((response) => response.writeHead(status).end())).toBe(
      `it answers ${status}`,
    );
    expect(methods()).toEqual(['HEAD', 'GET']);
  });

  test('is alive where a server knows GET only', async () => {
    const only = await check((response, { method }) =>
      response.writeHead(method === 'GET' ? 200 : 501).end(),
    );
    expect(only).toBeUndefined();
  });

  test('is dead where nobody answers, and is asked once', async () => {
    expect(await check((response) => response.destroy())).toMatch(/^nobody answers/);
    expect(methods()).toEqual(['HEAD']);
  });

  test('is not asked where only we could reach it', async () => {
    receiver = await openReceiver();
    const { isAllowed: _, ...network } = receiver.network;
    const cautious = createCheckLink({ ...network, isAllowed: () => false });
    expect(await cautious(receiver.url)).toBe('it is not on the public internet');
    expect(await cautious('http://169.254.169.254/latest')).toBe(
      'it is not on the public internet',
    );
    expect(methods()).toEqual([]);
  });

  test('that is no address is dead', async () => {
    receiver = await openReceiver();
    expect(await createCheckLink(receiver.network)('https://')).toBe('it is no address');
  });
});
