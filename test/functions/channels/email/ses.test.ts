// What happened to a mail: told by SES's answers.
import { describe, expect, test } from 'vitest';
import { createSesSender } from '../../../../functions/channels/email/ses.ts';

const envelope = {
  from: 'news@mail.example.com',
  to: 'sara@example.com',
  kind: 'marketing',
} as const;
const sets = { transactional: 'receipts', marketing: 'events' };
const raw = Buffer.from('Subject: Hello\r\n\r\nHello');
const credentials = { accessKeyId: 'deliver', secretAccessKey: 'x' };
const account = { region: 'us-east-1', credentials };

interface Request {
  readonly body: Uint8Array;
}

/** A transport that answers once; a second try would find nobody. */
function answering(status: number, body: string) {
  const requests: URLSearchParams[] = [];
  const requestHandler = {
    handle: async (request: Request) => {
      requests.push(new URLSearchParams(Buffer.from(request.body).toString()));
      if (requests.length > 1) throw new Error('tried twice');
      const headers = { 'content-type': 'text/xml' };
      return { response: { statusCode: status, headers, body: Buffer.from(body) } };
    },
  };
  return { requests, send: createSesSender({ ...account, requestHandler }, sets) };
}

const accepted = `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <SendRawEmailResult><MessageId>0100-abc</MessageId></SendRawEmailResult></SendRawEmailResponse>`;

const refusing = (code: string, message: string) =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>
  <Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

describe('a mail handed to SES', () => {
  test('carries its recipient, configuration set and tags', async () => {
    const { send, requests } = answering(200, accepted);
    const outcome = await send(raw, envelope, { message: 'msg_1', campaign: 'cmp_1' });
    expect(outcome).toEqual({ kind: 'accepted', sesId: '0100-abc' });
    expect(Object.fromEntries(requests[0] ?? [])).toEqual({
      Action: 'SendRawEmail',
      Version: '2010-12-01',
      Source: envelope.from,
      'Destinations.member.1': envelope.to,
      'RawMessage.Data': raw.toString('base64'),
      ConfigurationSetName: 'events',
      'Tags.member.1.Name': 'message',
      'Tags.member.1.Value': 'msg_1',
      'Tags.member.2.Name': 'campaign',
      'Tags.member.2.Value': 'cmp_1',
    });
  });

  const refused = (retry: boolean) => ({ kind: 'refused', retry });
  const throttled = (daily: boolean) => ({ kind: 'throttled', daily });
  test.each<[string, [number, string, string], object]>([
    ['a virus', [400, 'MessageRejected', 'Email contained a virus'], refused(false)],
    ['a bad value', [400, 'InvalidParameterValue', 'Missing final @domain'], refused(false)],
    ['a sender not verified', [400, 'MessageRejected', 'Address is not verified.'], refused(true)],
    ['a domain not verified', [400, 'MailFromDomainNotVerifiedException', 'x'], refused(true)],
    ['a paused account', [400, 'AccountSendingPausedException', 'x'], refused(true)],
    ['a paused set', [400, 'ConfigurationSetSendingPausedException', 'x'], refused(true)],
    ['a missing set', [400, 'ConfigurationSetDoesNotExistException', 'x'], refused(true)],
    ['a missing permission', [403, 'AccessDenied', 'x'], refused(true)],
    ['a wrong clock', [403, 'SignatureDoesNotMatch', 'x'], refused(true)],
    ['the rate', [400, 'Throttling', 'Maximum sending rate exceeded.'], throttled(false)],
    ['the quota', [400, 'Throttling', 'Daily message quota exceeded.'], throttled(true)],
    ['the rate, said by the gateway', [429, 'TooManyRequestsException', 'x'], throttled(false)],
    ['an inner failure', [500, 'InternalFailure', 'x'], { kind: 'ambiguous' }],
    ['a busy server', [503, 'ServiceUnavailable', 'x'], { kind: 'ambiguous' }],
  ])('meets %s: %j', async (_, [status, code, message], outcome) => {
    const { send, requests } = answering(status, refusing(code, message));
    expect(await send(raw, envelope, {})).toMatchObject(outcome);
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['nonsense', 'not xml'],
    ['nothing', ''],
    ['no id', accepted.replace('0100-abc', '')],
  ])('is in doubt when SES answers 200 with %s', async (_, body) => {
    expect(await answering(200, body).send(raw, envelope, {})).toMatchObject({ kind: 'ambiguous' });
  });

  test('leaves no address in a reason', async () => {
    const body = refusing('MessageRejected', 'Email address is not verified: sara@example.com');
    const outcome = await answering(400, body).send(raw, envelope, {});
    expect(JSON.stringify(outcome)).not.toContain('@');
  });
});
