// Posting to somebody else's server, over real TLS: what arrives, what its answer means, and whom we never call.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPost, type Network } from '../../../../functions/channels/webhook/post.ts';
import { openReceiver, type Receiver, serverName } from '../../../support/receiver.ts';

let receiver: Receiver;
const open = async (...answer: Parameters<typeof openReceiver>) => {
  await receiver.close();
  receiver = await openReceiver(...answer);
};
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  vi.unstubAllEnvs();
});

const body = '{"name":"Zoë"}';
const post = (more: Partial<Network> = {}, url = receiver.url) =>
  createPost({ ...receiver.network, ...more })({ url, body, headers: { 'webhook-id': 'whk_1' } });

const at =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a webhook', () => {
  it('arrives as JSON with its headers, at the path and under the name that were asked for', async () => {
    expect(await post()).toEqual({ kind: 'answered', status: 200 });
    expect(receiver.received).toMatchObject([
      {
        method: 'POST',
        path: '/in?team=eu',
        body,
        headers: {
          host: `${serverName}:${receiver.port}`,
          'content-type': 'application/json',
          'content-length': '15',
          'webhook-id': 'whk_1',
        },
      },
    ]);
  });

  it('goes straight there, whatever proxy the environment knows', async () => {
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
    vi.stubEnv('https_proxy', 'http://127.0.0.1:9');
    expect(await post()).toMatchObject({ status: 200 });
  });

  it('opens a connection of its own every time', async () => {
    await post();
    await post();
    expect(receiver.connections()).toBe(2);
  });

  it.each([204, 302, 404, 410, 429, 500, 503])('hears the answer %d as it is', async (status) => {
    await open((response) => response.writeHead(status, { location: 'https://10.0.0.1/' }).end());
    expect(await post()).toEqual({ kind: 'answered', status });
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['120', 120],
    ['soon', undefined],
    ['-1', undefined],
    ['9999999', undefined],
  ])('hears how long the server wants to rest: %s', async (said, retryAfter) => {
    await open((response) => response.writeHead(429, { 'retry-after': said }).end());
    expect(await post()).toEqual({
      kind: 'answered',
      status: 429,
      ...(retryAfter && { retryAfter }),
    });
  });

  it('reads no more of an answer than it must', async () => {
    let sent = 0;
    await open((response) => {
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024))) sent += 64 * 1024;
        sent += 64 * 1024;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await post()).toEqual({ kind: 'answered', status: 200 });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });
});

describe('a webhook is not answered', () => {
  const silent = () => {};

  it('when the server says nothing in time', async () => {
    await open(silent);
    expect(await post({ timeout: 50 })).toEqual({ kind: 'unanswered', reason: 'timeout' });
  });

  it('but it is when the server never ends what it says', async () => {
    await open((response) => response.writeHead(201).write('well,'));
    expect(await post({ timeout: 300 })).toEqual({ kind: 'answered', status: 201 });
  });

  it('when its name is not found in time, or not at all', async () => {
    const never = () => new Promise<never>(silent);
    expect(await post({ resolve: never, timeout: 50 })).toMatchObject({ reason: 'timeout' });
    const unknown = async () =>
      Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    expect(await post({ resolve: unknown })).toEqual({ kind: 'unanswered', reason: 'ENOTFOUND' });
    expect(await post({ resolve: at() })).toEqual({ kind: 'unanswered', reason: 'ENOTFOUND' });
  });

  it('when nobody listens', async () => {
    await receiver.close();
    expect(await post()).toEqual({ kind: 'unanswered', reason: 'ECONNREFUSED' });
  });

  it('when the connection breaks', async () => {
    await open((response) => response.destroy());
    expect(await post()).toEqual({ kind: 'unanswered', reason: 'ECONNRESET' });
  });

  it('when the certificate is not to be trusted, or is somebody else’s', async () => {
    const { ca: _, ...usual } = receiver.network;
    const { url } = receiver;
    const stranger = await createPost(usual)({ url, body, headers: {} });
    expect(stranger).toEqual({ kind: 'unanswered', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(await post({}, receiver.url.replace(serverName, 'other.example.com'))).toEqual({
      kind: 'unanswered',
      reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(receiver.received).toEqual([]);
  });
});

describe('a webhook never goes', () => {
  const onlyPublic = async (resolve: Network['resolve'], url = receiver.url) => {
    const { isPublicAddress } = await import(
      '../../../../functions/channels/webhook/public-address.ts'
    );
    return post({ resolve, isAllowed: isPublicAddress }, url);
  };
  const forbidden = { kind: 'forbidden', reason: 'not on the public internet' };

  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00:ec2::254'])(
    'where a name leads to %s',
    async (address) => {
      expect(await onlyPublic(at(address))).toEqual(forbidden);
      expect(receiver.connections()).toBe(0);
    },
  );

  it('where one of several addresses is private', async () => {
    expect(await onlyPublic(at('8.8.8.8', '127.0.0.1'))).toEqual(forbidden);
  });

  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fe80::1]/',
  ])('to %s, which needs no resolving', async (url) => {
    const resolve = vi.fn(at('8.8.8.8'));
    expect(await onlyPublic(resolve, url)).toEqual(forbidden);
    expect(resolve).not.toHaveBeenCalled();
  });

  it.each([
    'http://hooks.example.com/',
    'file:///etc/passwd',
    'https://a:b@hooks.example.com/',
    'x',
  ])('to %s', async (url) => {
    expect(await post({}, url)).toEqual({
      kind: 'forbidden',
      reason: 'not a plain https address',
    });
  });

  it('where a name leads to when it is asked a second time', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.2']];
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return at(...(answers.shift() ?? []))();
    };
    expect(await post({ resolve })).toMatchObject({ status: 200 });
    expect(asked).toEqual([serverName]);
    expect(await post({ resolve })).toEqual(forbidden);
  });
});
