// DNS as this machine is told to ask it.
import { Resolver as NodeResolver } from 'node:dns/promises';
import { type Resolver, Unanswered } from '../domain/dns.ts';

/** Milliseconds for a try, and how many. */
const patience = { timeout: 2_000, tries: 2 } as const;

/** What a server says of a name, or a type, that is not there. */
const absent: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA']);

export function createResolver(): Resolver {
  const resolver = new NodeResolver(patience);
  const ask = async <T>(name: string, question: () => Promise<readonly T[]>) => {
    try {
      return await question();
    } catch (cause) {
      if (absent.has((cause as NodeJS.ErrnoException).code)) return [];
      throw new Unanswered(name, { cause });
    }
  };
  return {
    txt: (name) =>
      ask(name, async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
    cname: (name) => ask(name, () => resolver.resolveCname(name)),
    mx: (name) => ask(name, () => resolver.resolveMx(name)),
  };
}
