// What DNS says of a domain whose mail leaves one machine by SMTP: nothing of it is about SES.
import { expect, it } from 'vitest';
import { domainCommand } from '../../../console/command-line/domain.ts';
import { domain as endpoints } from '../../../functions/api/domain.ts';
import { checkRelay } from '../../../functions/domain/check-relay.ts';
import { resolverOf, type Zone } from '../../support/dns.ts';

const name = 'perennial._domainkey.acme.example';
const dkim = { name, text: 'v=DKIM1; k=rsa; p=MIIBkey+/0=' };
const relay = { host: 'smtp.host.example', dkim };
const from = 'hello@acme.example';

const good: Zone = {
  [name]: { txt: [dkim.text] },
  'acme.example': {
    mx: [{ exchange: 'mx.host.example', priority: 10 }],
    txt: ['v=spf1 include:_spf.host.example ~all'],
  },
  '_dmarc.acme.example': { txt: ['v=DMARC1; p=quarantine'] },
};

const check = (zone: Zone) => checkRelay(resolverOf(zone), { from, relay });

it('a domain where our key, the sender, the policy and a mailbox are told is ready', async () => {
  const { findings, ...report } = await check(good);
  expect(report).toMatchObject({ domain: 'acme.example', isReady: true, relay: relay.host });
  expect(findings.map(({ about, state }) => [about, state])).toEqual([
    ['DKIM', 'ok'],
    ['SPF', 'ok'],
    ['DMARC', 'ok'],
    ['MX', 'ok'],
  ]);
});

it('a domain that nobody has set up is told records of the relay, and nothing of SES', async () => {
  const report = await check({});
  expect(report.isReady).toBe(false);
  expect(report.findings.flatMap(({ record }) => record ?? [])).toEqual([
    { type: 'TXT', name, value: dkim.text },
    { type: 'TXT', name: 'acme.example', value: 'v=spf1 a:smtp.host.example ~all' },
    expect.objectContaining({ name: '_dmarc.acme.example' }),
  ]);
  expect(JSON.stringify(report.findings)).not.toMatch(/\bSES\b|amazon|bounce\./i);
});

it.each([
  ['another key', ['v=DKIM1; k=rsa; p=MIIBother'], 'change'],
  ['two keys', [dkim.text, 'v=DKIM1; k=rsa; p=MIIBother'], 'change'],
  ['our key, with blanks in it', ['v=DKIM1; k=rsa; p=MIIB key+/0='], 'ok'],
])('%s under our name', async (_, txt, state) => {
  const { findings } = await check({ ...good, [name]: { txt } });
  expect(findings[0]).toMatchObject({ about: 'DKIM', state });
});

it('the API asks no SES where there is a relay, and the command line names the relay', async () => {
  const ports = { from, relay, identity: 'acme.example', resolver: resolverOf({}) };
  const report = await endpoints[0]?.run(ports as never, {} as never);
  let written = '';
  const around = {
    connect: () => ({ ask: async () => report }),
    write: (text: string) => {
      written += text;
    },
  };
  expect(await domainCommand.run(around as never, [], {})).toBe(1);
  expect(written).toContain('It leaves by smtp.host.example');
  expect(written).not.toMatch(/\bSES\b|amazon/i);
});

it.each([
  ['192.0.2.7', 'ip4:192.0.2.7'],
  ['[2001:db8::7]', 'ip6:2001:db8::7'],
])('a relay that is known by %s alone is named by it', async (host, term) => {
  const { findings } = await checkRelay(resolverOf({}), { from, relay: { ...relay, host } });
  expect(findings.find(({ about }) => about === 'SPF')?.record?.value).toBe(`v=spf1 ${term} ~all`);
});
