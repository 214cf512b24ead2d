// Mail that leaves this machine by SMTP: sent by the same port as through SES, signed, read back by parsers nobody here
// wrote, and each answer of the server understood.
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { describe, expect, onTestFinished, test } from 'vitest';
import { marketingHeaders } from '../../../functions/channels/email/marketing-headers.ts';
import { compose } from '../../../functions/channels/email/mime.ts';
import { createSesSender, type SendOutcome } from '../../../functions/channels/email/ses.ts';
import { createRelay } from '../../../infra/local/relay/relay.ts';
import { localSes } from '../../support/local-ses.ts';
import { answer, openSmtpServer } from '../../support/smtp-server.ts';

const envelope = { from: 'news@example.com', to: 'sara@example.org', kind: 'marketing' } as const;
const raw = compose({
  id: 'msg_01',
  from: { name: 'فروشگاه سارا', address: envelope.from },
  to: { address: envelope.to },
  subject: 'Zażółć gęślą jaźń 🎁',
  html: '<p dir="rtl">می‌خواهم</p>\n.\n',
  text: 'می‌خواهم\n.\n..\n',
  date: Date.UTC(2026, 10, 21, 23, 57, 27),
  headers: marketingHeaders('https://crm.example.com/u/token', 'cmp_1', 'example.com'),
});

function openRelay(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  const relay = createRelay(
    {
      server: new URL(url),
      mailFrom: envelope.from,
      publicUrl: 'https://crm.example.com',
      selector: 'perennial',
    },
    folder,
  );
  onTestFinished(() => {
    relay.close();
    rmSync(folder, { recursive: true });
  });
  return { relay, folder };
}

/** The port that deliver sends by, with the local SES and a relay behind it. */
function portTo(url: string) {
  const { relay, folder } = openRelay(url);
  const { config, outbox, reported } = localSes({ relay });
  const sendRaw = createSesSender(config, { transactional: 'Mail', marketing: 'Mail' });
  const send = (): Promise<SendOutcome> => sendRaw(raw, envelope, { message: 'msg_01' });
  return { relay, folder, outbox, reported, send };
}

describe('a mail that the server takes', () => {
  test('arrives as it was written, with our own Message-ID, for its one recipient', async () => {
    const server = await openSmtpServer();
    const { send, outbox, reported } = portTo(server.url);
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(server.received).toMatchObject([{ from: envelope.from, to: [envelope.to] }]);
    const mail = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(mail).toMatchObject({
      messageId: '<msg_01@example.com>',
      subject: 'Zażółć gęślą jaźń 🎁',
      from: { name: 'فروشگاه سارا', address: envelope.from },
      html: expect.stringContaining('<p dir="rtl">می‌خواهم</p>'),
      text: expect.stringMatching(/^می‌خواهم\r?\n\.\r?\n\.\.\r?\n/),
    });
    expect(outbox.count()).toBe(1);
    expect(reported.map(({ DetailType }) => DetailType)).toEqual(['Email Sent']);
  });

  test('is signed: a verifier of somebody else finds both one-click headers covered', async () => {
    const server = await openSmtpServer();
    const { send, relay } = portTo(server.url);
    await send();
    const asked: string[] = [];
    const resolver = async (name: string) => {
      asked.push(name);
      return [[relay.dns.text]];
    };
    const { results } = await dkimVerify(server.received[0]?.raw ?? '', { resolver } as never);
    expect(asked).toEqual(['perennial._domainkey.example.com']);
    expect(results).toMatchObject([
      { signingDomain: 'example.com', status: { result: 'pass', aligned: 'example.com' } },
    ]);
    expect(results[0]?.signingHeaders?.keys.toLowerCase()).toContain(
      'list-unsubscribe: list-unsubscribe-post: feedback-id',
    );
  });

  test.each([
    ['another sender', (mail: string) => mail.replace('news@example.com', 'eve@example.com')],
    ['another way out', (mail: string) => mail.replace('/u/token', '/u/other')],
    ['a body', (mail: string) => `${mail}more`],
  ])('has a signature that breaks when somebody puts in %s', async (_, change) => {
    const server = await openSmtpServer();
    const { send, relay } = portTo(server.url);
    await send();
    const changed = change(server.received[0]?.raw.toString('latin1') ?? '');
    const resolver = async () => [[relay.dns.text]];
    const { results } = await dkimVerify(Buffer.from(changed, 'latin1'), { resolver } as never);
    expect(results[0]?.status.result).not.toBe('pass');
  });

  test('goes over the connection of the one before it', async () => {
    const server = await openSmtpServer();
    const { send } = portTo(server.url);
    for (let count = 0; count < 3; count += 1) await send();
    expect(server.received).toHaveLength(3);
    expect(server.connections.count).toBe(1);
  });

  test('is signed with a key that only its owner may read, the same at the next start', async () => {
    const { folder, relay } = openRelay('smtp://127.0.0.1:1');
    expect(statSync(join(folder, 'dkim.pem')).mode & 0o777).toBe(0o600);
    const settings = { mailFrom: envelope.from, publicUrl: '', selector: 'perennial' };
    const again = createRelay({ ...settings, server: new URL('smtp://127.0.0.1:1') }, folder);
    expect(again.dns).toEqual(relay.dns);
  });
});

describe('a mail that the server does not take', () => {
  test.each([
    ['refuses its recipient', { onRcpt: () => answer(550, 'No such user sara@example.org') }],
    ['refuses it when it is there', { onMail: () => answer(554, 'Spam') }],
  ])('has failed when the server %s, and no address is told', async (_, behavior) => {
    const server = await openSmtpServer(behavior);
    const { send, outbox } = portTo(server.url);
    const outcome = await send();
    expect(outcome).toMatchObject({ kind: 'refused', retry: false });
    expect(JSON.stringify(outcome)).not.toContain('sara@');
    expect(outbox.count()).toBe(0);
  });

  test.each([
    ['its recipient', { onRcpt: () => answer(451, 'Greylisted') }],
    ['the mail when it is there', { onMail: () => answer(452, 'Too many') }],
  ])('waits by itself when the server wants %s later', async (_, behavior) => {
    const server = await openSmtpServer(behavior);
    expect(await portTo(server.url).send()).toEqual({
      kind: 'deferred',
      reason: expect.stringMatching(/^MessageDeferred: 45[12] /),
    });
  });

  test.each([
    ['its recipient', { onRcpt: () => answer(421, 'Too many mails') }],
    ['the mail when it is there', { onMail: () => answer(454, 'Maximum sending rate exceeded') }],
    ['the connection', { onConnect: () => answer(421, 'Too many connections') }],
  ])('has all mail go slower when the server wants less, and says so at %s', async (_, how) => {
    const server = await openSmtpServer(how);
    expect(await portTo(server.url).send()).toEqual({ kind: 'throttled', daily: false });
  });

  test('may be sent again when nobody listens, or the password is wrong', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as { port: number };
    await new Promise((resolve) => nobody.close(resolve));
    const refused = { kind: 'refused', retry: true };
    expect(await portTo(`smtp://127.0.0.1:${port}`).send()).toMatchObject(refused);
    const server = await openSmtpServer();
    const url = server.url.replace('//', '//ann:wrong@');
    expect(await portTo(url).send()).toMatchObject(refused);
    expect(server.logins).toEqual(['ann']);
    expect(server.received).toHaveLength(0);
  });

  test('is in doubt when the server had all of it and said nothing', async () => {
    const server = await openSmtpServer({ onMail: () => 'hang up' });
    expect(await portTo(server.url).send()).toMatchObject({ kind: 'ambiguous' });
    expect(server.received).toHaveLength(1);
  });
});

test('a name and a password are told to the server as they are', async () => {
  const server = await openSmtpServer();
  const url = server.url.replace('//', `//${encodeURIComponent('ann@example.com')}:right@`);
  expect(await portTo(url).send()).toMatchObject({ kind: 'accepted' });
  expect(server.logins).toEqual(['ann@example.com']);
});
