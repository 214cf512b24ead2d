// The same check for whoever sends from one machine: what DNS has to say of a domain whose mail we sign ourselves and a
// server of the owner's hands on. Nothing here is about SES. Which machines that server sends from, only its owner knows.
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import * as z from 'zod';
import { checkMx, type DomainReport } from './check-domain.ts';
import { checkDmarc } from './dmarc.ts';
import { answered, type Finding, type Resolver } from './dns.ts';
import { checkSpf } from './spf.ts';

/** The server that takes our mail, and the record by which others know our signature. */
export const relayModel = z.object({
  host: z.string(),
  dkim: z.object({ name: z.string(), text: z.string() }),
});
export type Relay = z.infer<typeof relayModel>;

interface Asked {
  readonly from: string;
  readonly relay: Relay;
}

export async function checkRelay(
  resolver: Resolver,
  { from, relay }: Asked,
): Promise<DomainReport> {
  const domain = domainToASCII(from.slice(from.lastIndexOf('@') + 1));
  const signs = { from: domain, signs: domain, bounces: domain };
  const all = await Promise.all([
    answered('DKIM', relay.dkim.name, () => checkKey(resolver, relay.dkim)),
    answered('SPF', domain, () => checkSpf(resolver, spfOf(domain, relay.host))),
    answered('DMARC', `_dmarc.${domain}`, () => checkDmarc(resolver, signs)),
    answered('MX', domain, () => checkMx(resolver, domain)),
  ]);
  const findings = all.flat();
  const isReady = findings.every(({ state }) => state === 'ok' || state === 'advice');
  return { domain, from, isReady, findings, ses: {}, relay: relay.host };
}

/** RFC 7208, section 5: a server that is known by its number alone is named by it. */
function termOf(host: string): string {
  const address = host.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  return version === 0 ? `a:${host}` : `ip${version}:${address}`;
}

const spfOf = (domain: string, host: string) => ({
  ...{ about: 'SPF', domain, term: termOf(host) },
  missing: `${domain} does not say who may send for it. Whoever runs ${host} tells which term they want there; this one names that server itself.`,
});

async function checkKey(resolver: Resolver, { name, text }: Relay['dkim']): Promise<Finding> {
  const about = 'DKIM';
  const record = { type: 'TXT', name, value: text } as const;
  const found = (await resolver.txt(name)).filter((one) => one.trim() !== '');
  if (found.some((one) => keyIn(one) === keyIn(text)) && found.length === 1)
    return { about, state: 'ok', says: `${name} holds the key that our signature is made with.` };
  const says =
    found.length === 0
      ? `${name} is missing: without it our signature counts for nothing, and Gmail refuses the mail.`
      : `${name} must hold this key and no other: mail is signed with the one in dkim.pem of the data folder.`;
  return { about, state: found.length === 0 ? 'add' : 'change', says, record, found };
}

/** Hosts put blanks between the strings of a long record. */
const keyIn = (text: string): string | undefined =>
  /(?:^|;)\s*p=([A-Za-z0-9+/=\s]+)/.exec(text)?.[1]?.replace(/\s/g, '');
