// What happened to a mail when the connection misbehaves: real sockets on loopback, one try each.
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createSesSender, type SendOutcome } from '../../../../functions/channels/email/ses.ts';

/** Milliseconds; real ones, for only the network can tell. */
const patience = 200;
const envelope = {
  from: 'news@mail.example.com',
  to: 'sara@example.com',
  kind: 'marketing',
} as const;
const sets = { transactional: 'receipts', marketing: 'events' };
const raw = Buffer.from('Subject: Hello\r\n\r\nHello');
const credentials = { accessKeyId: 'deliver', secretAccessKey: 'x' };
const account = { region: 'us-east-1', credentials };

const accepted = `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <SendRawEmailResult><MessageId>0100-abc</MessageId></SendRawEmailResult></SendRawEmailResponse>`;

describe('a mail sent over a socket', () => {
  const open: (Server | Socket)[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) 'destroy' in each ? each.destroy() : each.close();
  });

  async function sendTo(
    behave: (socket: Socket) => void,
  ): Promise<SendOutcome & { tries: number }> {
    let tries = 0;
    const server = createServer((socket) => {
      tries += 1;
      open.push(socket);
      socket.on('error', () => {});
      behave(socket);
    }).listen(0, '127.0.0.1');
    open.push(server);
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const endpoint = { endpoint: `http://127.0.0.1:${port}` };
    const outcome = await createSesSender({ ...account, ...endpoint }, sets, patience)(
      raw,
      envelope,
      {},
    );
    return { ...outcome, tries };
  }

  const onceRead = (act: (socket: Socket) => void) => (socket: Socket) => {
    socket.once('data', () => act(socket));
  };
  const answer = (status: string, body: string) =>
    `HTTP/1.1 ${status}\r\ncontent-type: text/xml\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

  test('is accepted', async () => {
    const outcome = await sendTo(onceRead((socket) => socket.end(answer('200 OK', accepted))));
    expect(outcome).toEqual({ kind: 'accepted', sesId: '0100-abc', tries: 1 });
  });

  test('gives its connection up once that is idle', async () => {
    const closed = Promise.withResolvers<void>();
    await sendTo((socket) => {
      socket.once('close', () => closed.resolve());
      socket.once('data', () => socket.write(answer('200 OK', accepted)));
    });
    await closed.promise;
  });

  test.each<[string, (socket: Socket) => void]>([
    ['is reset after the request', onceRead((socket) => socket.resetAndDestroy())],
    ['is closed after the request', onceRead((socket) => socket.end())],
    ['hangs', () => {}],
    [
      'hangs in the middle of the answer',
      onceRead((socket) => socket.write(answer('200 OK', accepted).slice(0, 120))),
    ],
    [
      'breaks off the answer',
      onceRead((socket) => socket.end(answer('200 OK', accepted).slice(0, 120))),
    ],
    ['answers 500', onceRead((socket) => socket.end(answer('500 Oops', 'x')))],
  ])('is in doubt, and not sent again, when the socket %s', async (_, behave) => {
    expect(await sendTo(behave)).toMatchObject({ kind: 'ambiguous', tries: 1 });
  });

  test('may be sent again when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    const send = createSesSender(
      { ...account, ...{ endpoint: `http://127.0.0.1:${port}` } },
      sets,
      patience,
    );
    expect(await send(raw, envelope, {})).toMatchObject({ kind: 'refused', retry: true });
  });

  test('may be sent again when the name of SES cannot be found', async () => {
    const send = createSesSender(
      { ...account, ...{ endpoint: 'http://ses.invalid' } },
      sets,
      patience,
    );
    expect(await send(raw, envelope, {})).toMatchObject({ kind: 'refused', retry: true });
  });

  test('may be sent again when there are no credentials', async () => {
    const missing = () =>
      Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }));
    const config = { region: 'us-east-1', ...{ credentials: missing as never } };
    const send = createSesSender(config, sets, patience);
    expect(await send(raw, envelope, {})).toMatchObject({ kind: 'refused', retry: true });
  });
});
