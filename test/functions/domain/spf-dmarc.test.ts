// SPF and DMARC as domains write them, and what is wrong with them.
import { describe, expect, it } from 'vitest';
import { domain, faults, type Zone } from '../../support/dns.ts';

const spf = (text: string): Zone => ({
  'acme.example': { ...domain, txt: [text] },
});
const dmarc = (...txt: string[]): Zone => ({ '_dmarc.acme.example': { txt } });

describe('SPF', () => {
  it('that is there twice is made one, with all that is in both', async () => {
    const both = [
      'v=spf1 include:a.example ~all',
      'v=spf1 include:amazonses.com include:a.example -all',
    ];
    const [found] = await faults({
      'acme.example': { ...domain, txt: both },
    });
    expect(found).toMatchObject({
      state: 'change',
      record: { value: 'v=spf1 include:a.example include:amazonses.com -all' },
      found: both,
    });
  });

  it.each([
    ['v=spf1 a +all', 'change', 'v=spf1 a ~all'],
    ['v=spf1 a all', 'change', 'v=spf1 a ~all'],
    ['v=spf1 a ?all', 'advice', 'v=spf1 a ~all'],
    ['v=spf1 a', 'advice', 'v=spf1 a ~all'],
  ])('"%s" is a case of %s', async (text, state, value) => {
    expect(await faults(spf(text))).toMatchObject([{ about: 'SPF', state, record: { value } }]);
  });

  it('may make mailboxes ask ten questions, and not one more', async () => {
    const includes = (count: number) =>
      Array.from({ length: count }, (_, at) => `include:s${at}.example`).join(' ');
    const nested: Zone = { 's0.example': { txt: ['v=spf1 a mx ip4:10.0.0.1 ~all'] } };
    expect(await faults({ ...nested, ...spf(`v=spf1 ${includes(8)} ~all`) })).toEqual([]);
    const [found] = await faults({ ...nested, ...spf(`v=spf1 ${includes(9)} ~all`) });
    expect(found).toMatchObject({ about: 'SPF', state: 'change' });
    expect(found?.says).toContain('11 questions');
  });

  it('that includes itself ends', async () => {
    const found = await faults(spf('v=spf1 include:acme.example ~all'));
    expect(found).toMatchObject([{ about: 'SPF', state: 'change' }]);
  });
});

describe('DMARC', () => {
  it.each<[string, Zone, string | undefined, string | undefined]>([
    [
      'none',
      dmarc('v=DMARC1; p=none; rua=mailto:d@x.example'),
      'advice',
      'v=DMARC1; p=quarantine; rua=mailto:d@x.example',
    ],
    ['reject', dmarc('v=DMARC1;p=reject'), undefined, undefined],
    ['twice', dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject'), 'change', undefined],
    ['unknown', dmarc('v=DMARC1; p=maybe'), 'change', 'v=DMARC1; p=none'],
    ['strict, and fitting', dmarc('v=DMARC1; p=reject; adkim=s; aspf=s'), undefined, undefined],
  ])('%s', async (_, zone, state, value) => {
    const found = await faults(zone);
    expect(found.map((one) => one.state)).toEqual(state ? [state] : []);
    if (value) expect(found[0]?.record?.value).toBe(value);
  });

  it('of the domain above holds for a subdomain, by its own policy for those', async () => {
    const from = 'hello@news.acme.example';
    const mx = { 'news.acme.example': domain };
    expect(
      await faults({ ...mx, ...dmarc('v=DMARC1; p=reject; sp=none') }, { from }),
    ).toMatchObject([{ about: 'DMARC', state: 'advice' }]);
    expect(await faults(mx, { from })).toEqual([]);
  });

  it('that asks for more than our signature gives fails all mail, and says so', async () => {
    const from = 'hello@news.acme.example';
    const mx = { 'news.acme.example': domain };
    const strict = dmarc('v=DMARC1; p=reject; adkim=s; aspf=s');
    const [found] = await faults({ ...mx, ...strict }, { from });
    expect(found).toMatchObject({
      state: 'change',
      record: { value: 'v=DMARC1; p=reject; adkim=r; aspf=s' },
    });
  });
});
