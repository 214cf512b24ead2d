// What checking a domain asks of DNS, and what becomes of its answers. A name that is not there has no records; an answer
// that does not come is something else.
export interface Resolver {
  /** Each throws when no answer comes; a name or a type that does not exist is an empty list. Texts are joined. */
  txt(name: string): Promise<readonly string[]>;
  cname(name: string): Promise<readonly string[]>;
  mx(name: string): Promise<readonly MailExchange[]>;
}

export interface MailExchange {
  readonly exchange: string;
  readonly priority: number;
}

/** As it is pasted into the form of a DNS host: name and value by themselves. */
export interface DnsRecord {
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly name: string;
  readonly value: string;
}

/**
 * ok: nothing to do. add and change: mail suffers until it is done. advice: it works, and could be better. unknown: DNS
 * did not answer, or SES did not tell what should be there.
 */
export type State = 'ok' | 'add' | 'change' | 'advice' | 'unknown';

/** What was found about one record, in words for the owner. */
export interface Finding {
  readonly about: string;
  readonly state: State;
  readonly says: string;
  /** What should stand there. */
  readonly record?: DnsRecord;
  /** What stands there instead. */
  readonly found?: readonly string[];
}

/** Names in answers are written with or without a dot at the end, and in any case. */
export const sameName = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (name: string) => name.toLowerCase().replace(/\.$/, '');

/** Runs a check; where DNS does not answer, that is the finding. */
export async function answered(
  about: string,
  name: string,
  check: () => Promise<Finding | readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return [await check()].flat();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const says = `DNS did not answer for ${name}. Ask again in a while; if it stays so, look at the name servers of the domain.`;
    return [{ about, state: 'unknown', says }];
  }
}

/** Neither "there is none" nor a record: a time-out, or servers that fail. */
export class Unanswered extends Error {
  constructor(name: string, options?: ErrorOptions) {
    super(`DNS does not answer for ${name}`, options);
    this.name = 'Unanswered';
  }
}
