// A DNS of one's own: names with their records, names that never answer, and the zone of a domain where all is right.
import { checkDomain } from '../../functions/domain/check-domain.ts';
import { type MailExchange, type Resolver, Unanswered } from '../../functions/domain/dns.ts';

interface Records {
  readonly txt?: readonly string[];
  readonly cname?: readonly string[];
  readonly mx?: readonly MailExchange[];
}

export type Zone = Readonly<Record<string, Records | 'silent'>>;

/** What is not in the zone does not exist. */
export function resolverOf(zone: Zone): Resolver {
  const recordsOf = async (name: string): Promise<Records> => {
    const found = zone[name] ?? {};
    if (found === 'silent') throw new Unanswered(name);
    return found;
  };
  return {
    txt: async (name) => (await recordsOf(name)).txt ?? [],
    cname: async (name) => (await recordsOf(name)).cname ?? [],
    mx: async (name) => (await recordsOf(name)).mx ?? [],
  };
}

export const tokens = ['aaa', 'bbb', 'ccc'];
export const key = (token: string, domain = 'acme.example') => `${token}._domainkey.${domain}`;

export const domain = {
  mx: [{ exchange: 'mx.host.example', priority: 10 }],
  txt: ['google-site-verification=x', 'v=spf1 include:amazonses.com ~all'],
};

export const good: Zone = {
  ...Object.fromEntries(
    tokens.map((token) => [key(token), { cname: [`${token}.dkim.amazonses.com`] }]),
  ),
  'bounce.acme.example': {
    mx: [{ exchange: 'feedback-smtp.eu-west-1.amazonses.com', priority: 10 }],
    txt: ['v=spf1 include:amazonses.com ~all'],
  },
  'amazonses.com': { txt: ['v=spf1 ip4:199.255.192.0/22 -all'] },
  'acme.example': domain,
  '_dmarc.acme.example': { txt: ['v=DMARC1; p=quarantine; rua=mailto:d@acme.example'] },
};

export const check = (zone: Zone, { from = 'hello@acme.example', dkimTokens = tokens } = {}) =>
  checkDomain(resolverOf({ ...good, ...zone }), {
    ...{ domain: 'acme.example', from, region: 'eu-west-1', ses: { dkimTokens } },
  });

/** What is not as it should be. */
export const faults = async (...asked: Parameters<typeof check>) =>
  (await check(...asked)).findings.filter(({ state }) => state !== 'ok');
