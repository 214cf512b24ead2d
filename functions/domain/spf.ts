// SPF (RFC 7208): who may send for a domain. Read as far as an owner must know: one record, who all others are to it, and
// how many questions it makes a mailbox ask, of which it asks ten.
import type { Finding, Resolver } from './dns.ts';

const asked = /^[+?~-]?(?:include:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?::|$)|exists:)|^redirect=/i;
const mostLookups = 10;

export const isSpf = (text: string): boolean => /^v=spf1(?:\s|$)/i.test(text);

const termsOf = (record: string): string[] => record.trim().split(/\s+/).slice(1);

/** What a mailbox has to ask for, includes and all; it stops counting well above what is allowed. */
async function lookupsOf(resolver: Resolver, record: string, depth = 0): Promise<number> {
  let count = 0;
  for (const term of termsOf(record).filter((one) => asked.test(one))) {
    count += 1;
    const next = /^[+?~-]?(?:include:|redirect=)(.+)$/i.exec(term)?.[1];
    if (next === undefined || next.includes('%') || depth >= mostLookups) continue;
    const inner = (await resolver.txt(next)).find(isSpf);
    if (inner !== undefined) count += await lookupsOf(resolver, inner, depth + 1);
    if (count > 2 * mostLookups) break;
  }
  return count;
}

interface Wished {
  readonly about: string;
  readonly domain: string;
  /** The one to begin with where there is no record yet. */
  readonly term: string;
  /** Why the term is needed; without that it is only advice. */
  readonly needed?: string;
  /** What is said where there is no record, and none is needed. */
  readonly missing?: string;
}

export async function checkSpf(resolver: Resolver, wished: Wished): Promise<Finding> {
  const { about, domain, term, needed } = wished;
  const found = (await resolver.txt(domain)).filter(isSpf);
  const [first, second] = found;
  const record = { type: 'TXT', name: domain, value: `v=spf1 ${term} ~all` } as const;
  if (first === undefined) {
    const says =
      needed ??
      wished.missing ??
      `${domain} does not say who may send for it. Our mail passes without it.`;
    return { about, state: needed === undefined ? 'advice' : 'add', says, record };
  }
  if (second !== undefined) {
    const says = `${domain} has ${found.length} SPF records: then none counts. Make them one.`;
    return { about, state: 'change', says, record: { ...record, value: joined(found) }, found };
  }
  const fault = await faultIn(resolver, first, wished);
  return fault
    ? { about, record: { ...record, value: fault.value ?? first }, found, ...fault.finding }
    : { about, state: 'ok', says: `${domain} says who may send for it.`, found };
}

/** One record of the terms of all, with the strictest of their endings. */
function joined(records: readonly string[]): string {
  const terms = records.flatMap(termsOf);
  const ending = ['-all', '~all'].find((one) => terms.includes(one)) ?? '~all';
  const others = terms.filter((term) => !/^[+?~-]?all$/i.test(term));
  return ['v=spf1', ...new Set(others), ending].join(' ');
}

interface Fault {
  readonly finding: Pick<Finding, 'state' | 'says'>;
  readonly value?: string;
}

async function faultIn(
  resolver: Resolver,
  record: string,
  { domain, term: wished, needed }: Wished,
): Promise<Fault | undefined> {
  const terms = termsOf(record);
  const all = terms.find((term) => /^[+?~-]?all$/i.test(term));
  const others = terms.filter((term) => term !== all);
  const closed = ['v=spf1', ...others, '~all'].join(' ');
  if (all !== undefined && /^\+?all$/i.test(all)) {
    const says = `"${all}" lets the whole world send as ${domain}. Put ~all in its place.`;
    return { finding: { state: 'change', says }, value: closed };
  }
  const lookups = await lookupsOf(resolver, record);
  if (lookups > mostLookups) {
    const says = `The SPF record of ${domain} makes mailboxes ask ${lookups} questions, and they ask ${mostLookups}: then it fails. Take out includes that nobody sends by any more.`;
    return { finding: { state: 'change', says } };
  }
  if (needed !== undefined && !terms.some((term) => sameTerm(term, wished))) {
    const says = `The SPF record of ${domain} does not let Amazon send.`;
    return { finding: { state: 'change', says }, value: withTerm(record, wished) };
  }
  const isOpen = all === undefined ? !/\sredirect=/i.test(record) : all.startsWith('?');
  if (!isOpen) return undefined;
  const says = `The SPF record of ${domain} does not say what others are: end it with ~all.`;
  return { finding: { state: 'advice', says }, value: closed };
}

const sameTerm = (one: string, other: string) => one.replace(/^\+/, '').toLowerCase() === other;

/** Before the ending, since nothing after it is read. */
function withTerm(record: string, term: string): string {
  const [version = '', ...terms] = record.trim().split(/\s+/);
  return [version, term, ...terms].join(' ');
}
