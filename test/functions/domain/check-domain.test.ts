// What DNS says of the sender's domain, and what the owner is told to add or to change.
import { describe, expect, it } from 'vitest';
import { checkDomain } from '../../../functions/domain/check-domain.ts';
import {
  check,
  domain,
  faults,
  good,
  key,
  resolverOf,
  tokens,
  type Zone,
} from '../../support/dns.ts';

describe('a domain', () => {
  it('where everything is right is ready, and there is nothing to do', async () => {
    const report = await check({});
    expect(report).toMatchObject({ isReady: true, domain: 'acme.example' });
    expect(report.findings).toHaveLength(8);
    expect(await faults({})).toEqual([]);
  });

  it('that nobody has set up is told every record, ready to paste', async () => {
    const nothing = Object.fromEntries(Object.keys(good).map((name) => [name, {}]));
    const report = await check(nothing);
    expect(report.isReady).toBe(false);
    expect(
      report.findings.map(({ state, record }) => [
        state,
        record && Object.values(record).join(' '),
      ]),
    ).toEqual([
      ...tokens.map((token) => ['add', `CNAME ${key(token)} ${token}.dkim.amazonses.com`]),
      ['add', 'MX bounce.acme.example 10 feedback-smtp.eu-west-1.amazonses.com'],
      ['add', 'TXT bounce.acme.example v=spf1 include:amazonses.com ~all'],
      ['advice', 'TXT acme.example v=spf1 include:amazonses.com ~all'],
      ['add', 'TXT _dmarc.acme.example v=DMARC1; p=none; rua=mailto:postmaster@acme.example'],
      ['advice', undefined],
    ]);
  });

  it('whose servers do not answer is not called wrong', async () => {
    const silent: Zone = Object.fromEntries(Object.keys(good).map((name) => [name, 'silent']));
    const report = await check(silent);
    expect(new Set(report.findings.map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(report.isReady).toBe(false);
  });

  it('with letters of its own is asked for as DNS knows it', async () => {
    const ascii = 'xn--mgba3a4f16a.example';
    const found = await checkDomain(resolverOf({}), {
      ...{ domain: 'ایران.example', from: 'a@ایران.example', region: 'us-east-1' },
      ses: { dkimTokens: ['aaa'] },
    });
    expect(found.domain).toBe(ascii);
    expect(found.findings[0]?.record?.name).toBe(key('aaa', ascii));
    expect(found.findings.map(({ record }) => record?.name)).toContain(`_dmarc.${ascii}`);
  });
});

describe('DKIM', () => {
  it.each<[string, Zone, string | undefined]>([
    ['is missing', { [key('bbb')]: {} }, 'add'],
    ['leads elsewhere', { [key('bbb')]: { cname: ['parked.example'] } }, 'change'],
    [
      'leads to the key of another region',
      { [key('bbb')]: { cname: ['BBB.dkim.eu-west-1.amazonses.com.'] } },
      undefined,
    ],
    ['is shown as the key itself', { [key('bbb')]: { txt: ['p=MIGfMA0GCSqGSIb3'] } }, undefined],
    ['is a key that was taken back', { [key('bbb')]: { txt: ['v=DKIM1; p='] } }, 'add'],
  ])('%s', async (_, zone, state) => {
    expect((await faults(zone)).map((one) => [one.about, one.state])).toEqual(
      state ? [['DKIM', state]] : [],
    );
  });

  it('cannot be asked for until SES has told its names', async () => {
    expect(await faults({}, { dkimTokens: [] })).toMatchObject([
      { about: 'DKIM', state: 'unknown' },
    ]);
  });
});

describe('bounces', () => {
  const exchange = 'feedback-smtp.eu-west-1.amazonses.com';
  const mx = (...all: string[]) => all.map((one, at) => ({ exchange: one, priority: at }));
  const txt = ['v=spf1 include:amazonses.com ~all'];

  it.each<[string, object, string[]]>([
    [
      'to another region',
      { mx: mx('feedback-smtp.us-east-1.amazonses.com'), txt },
      ['MX of bounces'],
    ],
    ['to two places', { mx: mx(exchange, 'mx.other.example'), txt }, ['MX of bounces']],
    [
      'that others send',
      { mx: mx(exchange), txt: ['v=spf1 include:other.example -all'] },
      ['SPF of bounces'],
    ],
  ])('%s are to be changed', async (_, records, about) => {
    const found = await faults({ 'bounce.acme.example': records });
    expect(found.map((one) => one.about)).toEqual(about);
    expect(found.every(({ state }) => state === 'change')).toBe(true);
  });
});

describe('MX', () => {
  it.each<[string, object, string]>([
    ['none at all', { mx: [] }, 'advice'],
    ['one that says no', { mx: [{ exchange: '', priority: 0 }] }, 'change'],
  ])('%s', async (_, records, state) => {
    const found = await faults({
      'acme.example': { ...domain, ...records },
    });
    expect(found.map((one) => [one.about, one.state])).toEqual([['MX', state]]);
  });
});
