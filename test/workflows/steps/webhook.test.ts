// A webhook step: what it sends, and the addresses that publishing refuses before anybody is called.
import { describe, expect, it } from 'vitest';
import { webhook } from '../../../workflows/steps/webhook.ts';
import { momentWith } from '../../support/moment.ts';

const url = 'https://hooks.example.com/in/s3cret?team=eu';
const parse = (given: object) => webhook.schema.parse({ webhook: given });
const said = (given: object) =>
  webhook.schema.safeParse({ webhook: given }).error?.issues.map(({ message }) => message);

describe('a webhook', () => {
  const moment = momentWith({
    contact: {
      identities: ['anonymous:a', 'user:42', 'email:sara@example.com'],
      traits: { email: 'sara@example.com', plan: 'pro' },
    },
    enrollment: { event: { total: 12 } },
  });

  it('names the contact by ids, and says what its step says besides', () => {
    const body = { plan: '{{ person.plan }}', total: '{{ event.total }}', from: 'nurture' };
    expect(webhook.arrive(parse({ url, body }), moment)).toMatchObject({
      do: 'act',
      orders: [
        {
          kind: 'webhook',
          url,
          data: {
            contact: { id: 'con_sara', user_id: '42' },
            plan: 'pro',
            total: 12,
            from: 'nurture',
          },
        },
      ],
    });
  });

  it('passes no address on unless the step asks for it', () => {
    expect(JSON.stringify(webhook.arrive(parse({ url }), moment))).not.toContain('sara@');
    const asked = webhook.arrive(parse({ url, body: { email: '{{ person.email }}' } }), moment);
    expect(asked).toMatchObject({ orders: [{ data: { email: 'sara@example.com' } }] });
  });

  it('tells the timeline the server, but not the path, which may be a secret', () => {
    expect(webhook.arrive(parse({ url }), moment)).toMatchObject({
      because: 'calls hooks.example.com',
    });
    expect(webhook.sentence?.(parse({ url }))).toBe('Call hooks.example.com');
  });

  it('cannot overwrite what every call says', () => {
    expect(said({ url, body: { contact: 'x' } })).toEqual([
      'contact, campaign, enrollment, step are there already',
    ]);
  });
});

describe('a webhook may go to', () => {
  it.each([
    url,
    'https://example.com',
    'https://example.com:8443/in',
    'HTTPS://Example.COM/In',
    'https://a.b-c.example.co.uk?x=a@b',
    'https://xn--bcher-kva.example.com/#x',
    'https://127.0.0.1.example.com',
  ])('%s', (given) => {
    expect(parse({ url: given }).webhook.url).toBe(given);
  });
});

describe('a webhook is refused', () => {
  const overHttps = 'a webhook is called over https only: the address begins with https://';

  it.each([
    ['http://example.com', overHttps],
    ['ftp://example.com', overHttps],
    ['https:example.com', overHttps],
    [' https://example.com', overHttps],
    ['https://sara:pass@example.com', 'names a server, and carries no name and no password'],
    ['https://sara@example.com', 'names a server, and carries no name and no password'],
    ['https:///sara@example.com', 'names a server, and carries no name and no password'],
    ['https://example.com\\@10.0.0.1/', 'is written in ASCII, without spaces and backslashes'],
    ['https://exa mple.com', 'is written in ASCII, without spaces and backslashes'],
    ['https://example.com/\n', 'is written in ASCII, without spaces and backslashes'],
    ['https://exаmple.com', 'is written in ASCII, without spaces and backslashes'],
    [
      'https://example.com/{{person.id}}',
      'is the same for everybody: put names in braces into the body',
    ],
  ])('%j: %s', (given, message) => {
    expect(said({ url: given })).toContain(message);
  });

  it.each([
    'https://localhost',
    'https://localhost./',
    'https://api.localhost:3000',
    'https://intranet/hook',
    'https://printer.local',
    'https://db.corp.internal.',
    'https://router.home.arpa',
    'https://127.0.0.1',
    'https://127.1',
    'https://2130706433',
    'https://0x7f.0.0.1',
    'https://0177.0.0.1',
    'https://10.1.2.3/x',
    'https://169.254.169.254/latest/meta-data',
    'https://%31%32%37.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://8.8.8.8/',
    'https://example.com:99999/',
    'https://.com/',
  ])('%s: it must name a server on the public internet', (given) => {
    expect(said({ url: given })).toContain('names a server on the public internet');
  });
});
