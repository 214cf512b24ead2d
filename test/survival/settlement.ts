// What became of everybody, asked at the doors that an owner has: the outbox, the API, the state of the queues.
import type { RuntimeProcess } from '../support/runtime-process.ts';
import type { Person } from './callers.ts';

interface Settlement {
  readonly mails: number;
  /** Skipped after a doubt, and really not mailed. */
  readonly unmailed: number;
  /** Neither mailed nor told of as skipped. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Whose timeline does not end in one message that was sent, or skipped after a doubt. */
  readonly stuck: readonly string[];
  readonly inDoubt: Readonly<Record<'pending' | 'sent' | 'skipped', number>>;
  readonly queues: { readonly waiting: number; readonly deadLetters: number };
}

export async function settle(
  runtime: RuntimeProcess,
  acknowledged: readonly Person[],
): Promise<Settlement> {
  const mailed = await mailsByAddress(runtime);
  const pending = await allOf(runtime, '/doubts');
  const resolved = await allOf<ResolvedDoubt>(runtime, '/doubts/resolved');
  const doubted = (wanted: string) =>
    resolved.flatMap(({ verdict, doubt }) => (verdict === wanted ? [doubt.message.id] : []));
  const skipped = new Set(doubted('skipped'));
  const fates = await fatesOf(runtime, acknowledged.filter(isTold(mailed)), skipped);
  const without = acknowledged.filter(({ email }) => !mailed.has(email));
  return {
    mails: [...mailed.values()].reduce((sum, count) => sum + count, 0),
    unmailed: without.length,
    lost: without.flatMap(({ email }) => (fates.get(email) === 'skipped' ? [] : [email])),
    twice: [...mailed].filter(([, count]) => count > 1).map(([email]) => email),
    stuck: [...fates].filter(([, fate]) => !['sent', 'skipped'].includes(fate)).map(String),
    inDoubt: { pending: pending.length, sent: doubted('sent').length, skipped: skipped.size },
    queues: await queuesOf(runtime),
  };
}

/** Everybody without a mail has a timeline to be read; of those with one, a tenth shall do. */
const isTold = (mailed: ReadonlyMap<string, number>) => (person: Person, index: number) =>
  !mailed.has(person.email) || index % 10 === 0;

interface ResolvedDoubt {
  readonly verdict: string;
  readonly doubt: { readonly message: { readonly id: string } };
}

async function mailsByAddress(runtime: RuntimeProcess): Promise<Map<string, number>> {
  const { mails } = await runtime.get<{ mails: readonly { to: string }[] }>(
    '/_local/outbox/list.json?limit=100000',
  );
  return new Map([...Map.groupBy(mails, ({ to }) => to)].map(([to, all]) => [to, all.length]));
}

interface TimelineRow {
  readonly messages: Readonly<Record<string, string>>;
}

/** By address: one word if all is well. */
async function fatesOf(
  runtime: RuntimeProcess,
  some: readonly Person[],
  skipped: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const fates = new Map<string, string>();
  for (const { email } of some) {
    const states = statesOf(runtime, email, skipped);
    fates.set(email, await states.catch((unknown: Error) => unknown.message));
  }
  return fates;
}

/** The states of all messages a person was ever to get. Throws when there is no such person. */
async function statesOf(runtime: RuntimeProcess, email: string, skipped: ReadonlySet<string>) {
  const path = `/contacts/${encodeURIComponent(`email:${email}`)}/timeline`;
  const rows = await allOf<TimelineRow>(runtime, path);
  const states = rows.flatMap(({ messages }) =>
    Object.entries(messages).map(([message, state]) =>
      state === 'skipped' && !skipped.has(message) ? 'skipped without a doubt' : state,
    ),
  );
  return states.join(', ') || 'nothing was ever asked for';
}

/** Every item of a list, portion by portion. */
async function allOf<T>(runtime: RuntimeProcess, path: string): Promise<T[]> {
  const items: T[] = [];
  let query = '';
  for (;;) {
    const portion = await runtime.api<Portion<T>>(`${path}${query}`);
    items.push(...portion.items);
    if (portion.next === undefined) return items;
    query = `?next=${portion.next}`;
  }
}

interface Portion<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

async function queuesOf(runtime: RuntimeProcess) {
  const { queues } = await runtime.get<{ queues: Record<string, Record<string, number>> }>(
    '/_local/status',
  );
  const all = Object.values(queues);
  const sum = (...counts: string[]) =>
    all.flatMap((queue) => counts.map((count) => queue[count] ?? 0)).reduce((a, b) => a + b, 0);
  return { waiting: sum('visible', 'inFlight', 'delayed'), deadLetters: sum('deadLetters') };
}
