import { readdirSync, readFileSync } from 'node:fs';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { beforeEach, describe, expect, it } from 'vitest';
import { localSes, type SesSettings } from '../../support/local-ses.ts';

let ses = localSes();
const start = (settings: SesSettings = {}) => {
  ses = localSes({ now: () => Date.UTC(2026, 10, 21), ...settings });
};
beforeEach(() => start());

const sendTo = (...Destinations: readonly string[]) =>
  ses.client.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from('From: news@example.com\r\nSubject: Hi\r\n\r\nHi') },
      Source: 'news@example.com',
      Destinations: [...Destinations],
      ConfigurationSetName: 'Mail',
      Tags: [{ Name: 'message', Value: 'msg_1' }],
    }),
  );

const reported = () =>
  ses.reported.map(({ Detail, ...entry }) => ({ ...entry, detail: JSON.parse(Detail) }));
const typesOf = () => reported().map(({ detail }) => detail.eventType);

describe('The local SES reports', () => {
  it('a mail as sent, then as delivered, with our tags and its own id', async () => {
    const { MessageId } = await sendTo('sara@example.org');
    const [sent, delivered] = reported();
    expect(sent).toMatchObject({
      Source: 'aws.ses',
      DetailType: 'Email Sent',
      Resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/Mail'],
      detail: { eventType: 'Send', send: {} },
    });
    expect(sent?.detail.mail).toMatchObject({
      messageId: MessageId,
      timestamp: '2026-11-21T00:00:00.000Z',
      destination: ['sara@example.org'],
      tags: { message: ['msg_1'], 'ses:configuration-set': ['Mail'] },
      commonHeaders: { subject: 'Hi' },
    });
    expect(delivered).toMatchObject({
      DetailType: 'Email Delivered',
      detail: { delivery: { recipients: ['sara@example.org'] } },
    });
  });

  it.each([
    ['success', ['Send', 'Delivery']],
    ['bounce', ['Send', 'Bounce']],
    ['suppressionlist', ['Send', 'Bounce']],
    ['ooto', ['Send', 'Delivery', 'Bounce']],
    ['complaint', ['Send', 'Delivery', 'Complaint']],
  ])('what the simulator does with %s@', async (mailbox, types) => {
    await sendTo(`${mailbox}+label@simulator.amazonses.com`);
    expect(typesOf()).toEqual(types);
  });

  it('why a mail bounced', async () => {
    await sendTo(
      ...['bounce', 'suppressionlist', 'ooto'].map((box) => `${box}@simulator.amazonses.com`),
    );
    const bounces = reported().flatMap(({ detail: { bounce } }) => bounce ?? []);
    expect(bounces.map((b) => `${b.bounceType} ${b.bounceSubType}`)).toEqual([
      'Permanent General',
      'Permanent Suppressed',
      'Transient General',
    ]);
  });

  it('only what the configuration set publishes', async () => {
    start({ published: ['bounce'] });
    await sendTo('sara@example.org', 'bounce@simulator.amazonses.com');
    expect(typesOf()).toEqual(['Bounce']);
  });
});

const fixtures = new URL('../../fixtures/ses-eventbridge/', import.meta.url);

it.each(['Send', 'Delivery', 'Bounce', 'Complaint'])(
  "%s has every member that AWS's own example has",
  async (type) => {
    expect(readdirSync(fixtures)).toContain(`${type}.json`);
    const { detail } = JSON.parse(readFileSync(new URL(`${type}.json`, fixtures), 'utf8'));
    const box = type === 'Send' || type === 'Delivery' ? 'success' : type.toLowerCase();
    await sendTo(`${box}@simulator.amazonses.com`);
    const mine = reported().find((report) => report.detail.eventType === type)?.detail;
    const part = type.toLowerCase();
    expect(Object.keys(mine)).toEqual(expect.arrayContaining(Object.keys(detail)));
    expect(Object.keys(mine[part])).toEqual(expect.arrayContaining(Object.keys(detail[part])));
    expect(Object.keys(mine.mail)).toEqual(expect.arrayContaining(Object.keys(detail.mail)));
  },
);
