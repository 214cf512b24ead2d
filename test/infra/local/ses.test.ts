import {
  ConfigurationSetDoesNotExistException,
  GetSendQuotaCommand,
  MessageRejected,
  SendEmailCommand,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { beforeEach, describe, expect, it } from 'vitest';
import { localSes, type SesSettings } from '../../support/local-ses.ts';

let now = 0;
let ses = localSes();
const start = (settings: SesSettings = {}) => {
  ses = localSes({ now: () => now, ...settings });
};
beforeEach(() => {
  now = Date.UTC(2026, 10, 21, 9, 30);
  start();
});

const mail = [
  'From: Perennial <news@mail.example.com>',
  'To: Sara <sara@example.org>',
  'Subject: =?UTF-8?B?2LPZhNin2YU=?=',
  'Message-ID: <ours@local>',
  'Date: Thu, 01 Jan 1970 00:00:00 +0000',
  'X-SES-CONFIGURATION-SET: Mail',
  'List-Unsubscribe: <https://shop.example.com/u/a-rather-long-token-that-was-folded>,',
  ' <mailto:stop@example.com>',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>سلام</p>',
].join('\r\n');

const send = (text = mail, more: object = {}) =>
  ses.client.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(text) },
      Source: 'news@mail.example.com',
      Destinations: ['sara@example.org'],
      ConfigurationSetName: 'Mail',
      Tags: [
        { Name: 'campaign', Value: 'cmp_1' },
        { Name: 'message', Value: 'msg_1' },
      ],
      ...more,
    }),
  );

describe('A mail that the local SES accepts', () => {
  it('is in the outbox, as its recipient would see it', async () => {
    const { MessageId } = await send();
    expect(await ses.outbox.letters()).toMatchObject([
      {
        id: MessageId,
        to: 'sara@example.org',
        from: 'Perennial <news@mail.example.com>',
        subject: 'سلام',
        html: expect.stringContaining('سلام'),
        sentAt: '2026-11-21T09:30:00.000Z',
        campaign: 'cmp_1',
      },
    ]);
  });

  it("gets SES's own id and date, loses what was meant for SES, and keeps every other byte", async () => {
    const { MessageId = '' } = await send();
    const raw = ses.outbox.raw(MessageId)?.toString();
    const untouched = mail
      .split('\r\n')
      .filter((line) => !/^(Message-ID|Date|X-SES)/.test(line))
      .join('\r\n');
    expect(raw).toBe(
      untouched.replace(
        '\r\n\r\n',
        `\r\nMessage-ID: <${MessageId}@email.amazonses.com>\r\nDate: Sat, 21 Nov 2026 09:30:00 +0000\r\n\r\n`,
      ),
    );
  });

  it('goes to the recipients of its headers if none are given', async () => {
    await send(mail.replace('Sara <', '"Q, Sara" <joe@example.org>, Sara <'), {
      Destinations: undefined,
    });
    const [letter] = await ses.outbox.letters();
    expect(letter?.to).toBe('joe@example.org, sara@example.org');
  });

  it('is billed by recipient and size', async () => {
    await send(mail, { Destinations: ['a@example.org', 'b@example.org'] });
    const { recipients, bytes } = ses.meter.snapshot().mails;
    expect(recipients).toBe(2);
    expect(bytes).toBeGreaterThan(300);
  });
});

describe('The local SES refuses', () => {
  const refusal = async (sending: Promise<unknown>) => {
    const error = await sending.then(Object, (caught) => caught);
    expect(await ses.outbox.letters()).toEqual([]);
    return error;
  };

  it('a sender whose domain is not verified', async () => {
    const stranger = mail.replaceAll('example.com', 'stranger.example');
    const error = await refusal(send(stranger, { Source: 'news@stranger.example' }));
    expect(error).toBeInstanceOf(MessageRejected);
    expect(error.message).toMatch(/^Email address is not verified\..*news@mail\.stranger\.example/);
  });

  it('a configuration set that does not exist', async () => {
    const error = await refusal(send(mail, { ConfigurationSetName: 'Other' }));
    expect(error).toBeInstanceOf(ConfigurationSetDoesNotExistException);
    expect(error.ConfigurationSetName).toBe('Other');
  });

  it('mails over 10 MB, without recipients, or to addresses that SMTP cannot carry', async () => {
    const huge = await refusal(send(mail + 'x'.repeat(10 * 1024 * 1024)));
    expect(huge).toMatchObject({ name: 'InvalidParameterValue', message: /more than 10485760/ });
    const nobody = mail.replace(/^To:.*\r\n/m, '');
    expect(await refusal(send(nobody, { Destinations: [] }))).toMatchObject({
      message: /Missing final destination/,
    });
    expect(await refusal(send(mail, { Destinations: ['zażółć@example.org'] }))).toMatchObject({
      message: /not ASCII/,
    });
  });

  it('tags that SES would not take', async () => {
    const error = await refusal(send(mail, { Tags: [{ Name: 'campaign', Value: 'سلام' }] }));
    expect(error).toMatchObject({ name: 'InvalidParameterValue', message: /Invalid tag/ });
  });

  it('operations that it does not know, by name', async () => {
    const simple = new SendEmailCommand({
      Source: 'news@example.com',
      Destination: { ToAddresses: ['sara@example.org'] },
      Message: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'Hi' } } },
    });
    expect(await refusal(ses.client.send(simple))).toMatchObject({
      message: 'The local runtime does not know ses:SendEmail',
    });
  });
});

describe('The send limits', () => {
  it('hold for each second', async () => {
    start({ limits: { perSecond: 2, perDay: 100 } });
    await Promise.all([send(), send()]);
    await expect(send()).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Maximum sending rate exceeded.',
    });
    now += 1000;
    await send();
  });

  it('hold for any 24 hours, and can be asked for', async () => {
    start({ limits: { perSecond: 10, perDay: 2 } });
    await Promise.all([send(), send()]);
    await expect(send()).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Daily message quota exceeded.',
    });
    expect(await ses.client.send(new GetSendQuotaCommand({}))).toMatchObject({
      Max24HourSend: 2,
      MaxSendRate: 10,
      SentLast24Hours: 2,
    });
    now += 24 * 3600 * 1000;
    await send();
  });
});
