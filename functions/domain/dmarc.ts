// DMARC (RFC 7489): what mailboxes do with mail that says it is from a domain and is not. Our mail passes by DKIM, whose
// domain is that of the sender, and by SPF where the domain of bounces belongs to it.
import type { Finding, Resolver } from './dns.ts';

interface Sender {
  /** Of the address that mail is from. */
  readonly from: string;
  /** That signs with DKIM. */
  readonly signs: string;
  /** That bounces go to. */
  readonly bounces: string | undefined;
}

interface Policy {
  readonly at: string;
  readonly text: string;
  readonly tags: Readonly<Record<string, string>>;
}

const about = 'DMARC';
const isDmarc = (text: string): boolean => /^v=DMARC1\s*(?:;|$)/i.test(text);

export async function checkDmarc(resolver: Resolver, sender: Sender): Promise<Finding> {
  const found = await policiesOf(resolver, sender.from);
  const name = `_dmarc.${sender.from}`;
  const value = `v=DMARC1; p=none; rua=mailto:postmaster@${sender.from}`;
  const record = { type: 'TXT', name, value } as const;
  const [first] = found;
  if (!first) {
    const says = `${sender.from} has no DMARC policy: Gmail, Yahoo and Outlook want one of whoever sends to many. This one changes nothing yet, and has reports sent to you.`;
    return { about, state: 'add', says, record };
  }
  if (found.length > 1) {
    const says = `There are ${found.length} DMARC records at ${first.at}: then none counts. Keep one.`;
    return { about, state: 'change', says, record, found: found.map(({ text }) => text) };
  }
  return { about, found: [first.text], ...judged(first, sender) };
}

/** Of the domain itself, or of the nearest one above it that has any; two labels are the least. */
async function policiesOf(resolver: Resolver, domain: string): Promise<readonly Policy[]> {
  const labels = domain.split('.');
  for (let from = 0; from === 0 || labels.length - from >= 2; from += 1) {
    const at = `_dmarc.${labels.slice(from).join('.')}`;
    const found = (await resolver.txt(at)).filter(isDmarc);
    if (found.length > 0) return found.map((text) => ({ at, text, tags: tagsOf(text) }));
  }
  return [];
}

const tagsOf = (text: string): Policy['tags'] =>
  Object.fromEntries(
    text.split(';').flatMap((part) => {
      const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
      return name === '' ? [] : [[name.toLowerCase(), value]];
    }),
  );

const policies = ['none', 'quarantine', 'reject'];

function judged({ at, text, tags }: Policy, sender: Sender): Omit<Finding, 'about' | 'found'> {
  const isAbove = at !== `_dmarc.${sender.from}`;
  const policy = ((isAbove ? tags.sp : undefined) ?? tags.p ?? '').toLowerCase();
  const as = (value: string) => ({ type: 'TXT', name: at, value }) as const;
  if (!policies.includes(policy)) {
    const says = `The DMARC record at ${at} has no policy that is known: p is none, quarantine or reject.`;
    return { state: 'change', says, record: as('v=DMARC1; p=none') };
  }
  const misaligned = misalignment(tags, sender);
  if (misaligned !== undefined) {
    const record = as(text.replace(/;\s*adkim\s*=\s*s/i, '; adkim=r'));
    return { state: 'change', says: misaligned, record };
  }
  if (policy === 'none') {
    const says =
      'The DMARC policy is "none": good to begin with. Once the reports show that all your mail passes, say "quarantine", so that nobody can pass for you.';
    return { state: 'advice', says, record: as(text.replace(/\bp\s*=\s*none/i, 'p=quarantine')) };
  }
  const says = `Mail that says it is from ${sender.from} and is not is ${policy === 'reject' ? 'refused' : 'put among spam'}.`;
  return { state: 'ok', says };
}

/** One of the two is enough, and DKIM is the one that survives forwarding. */
function misalignment(tags: Policy['tags'], { from, signs, bounces }: Sender): string | undefined {
  const byDkim = isAligned(signs, from, tags.adkim);
  const bySpf = bounces !== undefined && isAligned(bounces, from, tags.aspf);
  if (byDkim || bySpf) return undefined;
  return `The DMARC record asks that DKIM signs as ${from} exactly (adkim=s), and it signs as ${signs}: then all our mail fails.`;
}

/** Strict is the same domain; relaxed is one that belongs to the other. */
const isAligned = (domain: string, from: string, mode = 'r'): boolean =>
  domain === from ||
  (mode.toLowerCase() !== 's' && (from.endsWith(`.${domain}`) || domain.endsWith(`.${from}`)));
