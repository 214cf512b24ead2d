// Signatures, checked by the clients that receivers use.
import { randomBytes } from 'node:crypto';
import { Webhook as Standard } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';
import { describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../../../functions/channels/webhook/sign.ts';

const secret = () => `whsec_${randomBytes(32).toString('base64')}`;
const now = () => Math.floor(Date.now() / 1000);
const body = '{"type":"contact.reached_step","data":{"name":"Zoë 🌱"}}';
const known = secret();

describe.each([
  ['standardwebhooks', Standard],
  ['svix', Svix],
])('what we sign, %s', (_, Client) => {
  /** Throws unless it is ours. */
  const verify = (headers: Record<string, string>, text = body, by = known) =>
    void new Client(by).verify(text, headers);
  const signed = (...secrets: string[]) => ({
    ...signatureHeaders({ id: 'whk_1', body, timestamp: now() }, secrets),
  });

  it('takes as ours', () => {
    expect(() => verify(signed(known))).not.toThrow();
  });

  it('takes by either secret while they change', () => {
    const next = secret();
    const headers = signed(next, known);
    for (const one of [known, next]) expect(() => verify(headers, body, one)).not.toThrow();
    expect(() => verify(headers, body, secret())).toThrow(/No matching signature/);
  });

  it('refuses when the body, the id or the time is another', () => {
    const headers = signed(known);
    expect(() => verify(headers, body.replace('Zoë', 'Zoe'))).toThrow(/No matching signature/);
    const others = Object.entries({ 'webhook-id': 'whk_2', 'webhook-timestamp': `${now() - 9}` });
    for (const [name, value] of others)
      expect(() => verify({ ...headers, [name]: value })).toThrow(/No matching signature/);
  });

  it('refuses when it is old', () => {
    const old = signatureHeaders({ id: 'whk_1', body, timestamp: now() - 600 }, [known]);
    expect(() => verify({ ...old })).toThrow(/too old/);
  });
});

describe('a secret', () => {
  const sign = (by: string) => () => signatureHeaders({ id: 'a', body, timestamp: 0 }, [by]);

  it.each(['', 'whsec_', 'whsec_c2hvcnQ=', randomBytes(32).toString('base64')])(
    'that no receiver could use is refused: %j',
    (by) => {
      expect(sign(by)).toThrow(/at least 24 bytes/);
    },
  );

  it('is never in the words of a refusal', () => {
    expect(sign('whsec_c2hvcnQ=')).not.toThrow(/c2hvcnQ/);
  });
});
