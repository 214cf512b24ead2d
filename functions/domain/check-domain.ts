// Checks what DNS says of the domain that mail is from, and tells the owner what to add or to change, record by record.
import { domainToASCII } from 'node:url';
import { checkDmarc } from './dmarc.ts';
import { answered, type DnsRecord, type Finding, type Resolver, sameName } from './dns.ts';
import { checkSpf } from './spf.ts';

/** What SES says of an identity; absent where it was not asked or did not tell. */
export interface SesIdentity {
  /** "Success", "Pending", "Failed", … in SES's words. */
  readonly verified?: string;
  readonly dkim?: string;
  readonly dkimTokens?: readonly string[];
  readonly mailFrom?: string;
  readonly mailFromDomain?: string;
}

interface Asked {
  /** The domain that SES knows us by. */
  readonly domain: string;
  /** The address that mail is from. */
  readonly from: string;
  readonly region: string;
  readonly ses: SesIdentity;
}

export interface DomainReport {
  readonly domain: string;
  readonly from: string;
  /** Nothing is to be added or changed. */
  readonly isReady: boolean;
  readonly findings: readonly Finding[];
  readonly ses: SesIdentity;
  /** The server that mail leaves by, where that is not SES. */
  readonly relay?: string;
}

const amazon = 'amazonses.com';

/** Where bounces go unless SES says otherwise: a subdomain of its own, so that nothing else is in its way. */
export const bounceDomain = (domain: string): string => `bounce.${domain}`;

/** What all checks together need. `from` may be of a subdomain. */
export async function checkDomain(resolver: Resolver, asked: Asked): Promise<DomainReport> {
  const domain = domainToASCII(asked.domain);
  const fromDomain = domainToASCII(asked.from.slice(asked.from.lastIndexOf('@') + 1));
  const bounces = asked.ses.mailFromDomain ?? bounceDomain(domain);
  const signs = { from: fromDomain, signs: domain, bounces };
  const all = await Promise.all([
    checkDkim(resolver, domain, asked.ses.dkimTokens),
    answered('MX of bounces', bounces, () => checkBounces(resolver, bounces, asked.region)),
    answered('SPF of bounces', bounces, () => checkSpf(resolver, spfOfBounces(bounces))),
    answered('SPF', domain, () =>
      checkSpf(resolver, { about: 'SPF', domain, term: `include:${amazon}` }),
    ),
    answered('DMARC', `_dmarc.${fromDomain}`, () => checkDmarc(resolver, signs)),
    answered('MX', fromDomain, () => checkMx(resolver, fromDomain)),
  ]);
  const findings = all.flat();
  const isReady = findings.every(({ state }) => state === 'ok' || state === 'advice');
  return { domain, from: asked.from, isReady, findings, ses: asked.ses };
}

const spfOfBounces = (domain: string) => ({
  ...{ about: 'SPF of bounces', domain, term: `include:${amazon}` },
  needed: `${domain}, where bounces go, does not say that Amazon may send for it: SPF fails.`,
});

/** The three names by which SES proves that mail is signed by the domain. */
async function checkDkim(
  resolver: Resolver,
  domain: string,
  tokens: readonly string[] = [],
): Promise<readonly Finding[]> {
  if (tokens.length === 0) {
    const says = `SES has not told the three DKIM names of ${domain}: they are among the outputs of the deployment, and in the console of SES.`;
    return [{ about: 'DKIM', state: 'unknown', says }];
  }
  const checks = tokens.map((token) => {
    const name = `${token}._domainkey.${domain}`;
    return answered('DKIM', name, () => checkKey(resolver, name, `${token}.dkim.${amazon}`));
  });
  return (await Promise.all(checks)).flat();
}

/** Some hosts answer with the key that a CNAME leads to, in place of the CNAME: that is as good. */
async function checkKey(resolver: Resolver, name: string, value: string): Promise<Finding> {
  const record: DnsRecord = { type: 'CNAME', name, value };
  const found = await resolver.cname(name);
  const isRight = (target: string) =>
    sameName(target, value) || (/\.amazonses\.com\.?$/i.test(target) && sameToken(target, value));
  if (found.some(isRight)) return ok('DKIM', `${name} leads to the key of Amazon.`);
  const keys = (await resolver.txt(name)).filter((text) => /\bp=[A-Za-z0-9+/]/.test(text));
  if (found.length === 0 && keys.length > 0)
    return ok('DKIM', `${name} holds a key. Your DNS host shows it in place of the CNAME.`);
  const says =
    found.length === 0
      ? `${name} is missing: without it mail is not signed, and Gmail refuses it.`
      : `${name} leads somewhere else. Where a proxy can be switched on for a record, switch it off.`;
  return { about: 'DKIM', state: found.length === 0 ? 'add' : 'change', says, record, found };
}

const sameToken = (one: string, other: string) =>
  sameName(one.split('.', 1).join(), other.split('.', 1).join());

async function checkBounces(resolver: Resolver, domain: string, region: string): Promise<Finding> {
  const about = 'MX of bounces';
  const exchange = `feedback-smtp.${region}.${amazon}`;
  const record: DnsRecord = { type: 'MX', name: domain, value: `10 ${exchange}` };
  const found = await resolver.mx(domain);
  const texts = found.map((one) => `${one.priority} ${one.exchange}`);
  if (found.length === 0) {
    const says = `${domain} has no MX record: SES then sends under a name of its own, and SPF does not speak for you.`;
    return { about, state: 'add', says, record };
  }
  if (found.length > 1 || !sameName(found[0]?.exchange ?? '', exchange)) {
    const says = `${domain} must have one MX record, and it must be the one of SES: nothing else may receive mail there.`;
    return { about, state: 'change', says, record, found: texts };
  }
  return ok(about, `Bounces to ${domain} reach SES.`);
}

/** Whoever answers a mail should be heard. */
export async function checkMx(resolver: Resolver, domain: string): Promise<Finding> {
  const found = await resolver.mx(domain);
  const isNull = found.some(({ exchange }) => exchange === '' || exchange === '.');
  if (found.length > 0 && !isNull) return ok('MX', `${domain} receives mail.`);
  const says = isNull
    ? `${domain} says that it takes no mail at all: many mailboxes refuse mail from such a domain.`
    : `${domain} has no MX record: answers to your mail get lost, and some mailboxes refuse it. Your mail host tells you which to add.`;
  return { about: 'MX', state: isNull ? 'change' : 'advice', says };
}

const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says });
