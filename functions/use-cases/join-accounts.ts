// Group calls: the account is learned, the contact is noted as its member, and the decision gets the account as it is
// then. When it has changed, its other members are told, a portion with each message of the queue.
import { type Account, learned, toldBy } from '../../workflows/model/account.ts';
import { budget } from '../../workflows/model/budget.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { wasErased } from '../../workflows/model/contact.ts';
import type { Accounts, Telling, Tellings } from '../account-ports.ts';
import { Clash, wins } from '../errors.ts';
import type { Books, Now, Pause, StoredContact } from '../ports.ts';
import type { Work } from './decision.ts';

export interface AccountPorts {
  readonly accounts: Accounts;
  readonly tellings: Tellings;
  readonly books: Pick<Books, 'open'>;
  readonly now: Now;
  readonly pause: Pause;
}

type Loaded = ReadonlyMap<string, StoredContact>;
type Attributes = Awaited<ReturnType<Books['open']>>['attributes'];
type Heard = Extract<Cause, { kind: 'event' }>;

const isGroup = ({ cause }: Work): boolean =>
  cause.kind === 'event' && toldBy(cause.event) !== undefined;

/** The same works, with their accounts where they are group calls. Costs nothing where none is. */
export async function joinAccounts(
  ports: AccountPorts,
  works: readonly Work[],
  loaded: Loaded,
): Promise<readonly Work[]> {
  if (!works.some(isGroup)) return works;
  const { attributes } = await ports.books.open();
  const done: Work[] = [];
  // One after the other: many are of one account.
  for (const work of works)
    done.push(isGroup(work) ? await join(ports, work, { attributes, loaded }) : work);
  return done;
}

interface Around {
  readonly attributes: Attributes;
  readonly loaded: Loaded;
}

async function join(
  ports: AccountPorts,
  work: Work,
  { attributes, loaded }: Around,
): Promise<Work> {
  const cause = work.cause as Heard;
  const told = toldBy(cause.event, attributes);
  if (!told) return work;
  const contact = loaded.get(work.contact)?.contact;
  // The decision refuses it, and nothing of it may stay beside the contact.
  if (contact && wasErased(contact, cause.event.receivedAt)) return work;
  const known = contact?.accounts ?? [];
  const isMember = known.some(({ account }) => account === told.id);
  // Before the account is read: whoever changes it after that finds the member.
  if (!isMember && known.length < budget.accounts)
    await ports.accounts.join({
      ...{ account: told.id, contact: work.contact },
      at: cause.event.receivedAt,
    });
  const { account, refused, tellAt } = await learn(ports, cause, told);
  if (tellAt !== undefined) await ports.tellings.send({ account: account.id }, tellAt);
  return { ...work, cause: { ...cause, account: { account: shownOf(account), refused } } };
}

const shownOf = ({ id, traits, revision }: Account) => ({ id, traits, revision });

const rounds = 12;
const longestPause = 400;

async function learn(
  { accounts, now, pause }: AccountPorts,
  { event }: Heard,
  told: NonNullable<ReturnType<typeof toldBy>>,
): Promise<ReturnType<typeof learned>> {
  for (let count = 0; count < rounds; count += 1) {
    if (count > 0) await pause(Math.random() * Math.min(longestPause, 10 * 2 ** count));
    const known = await accounts.get(told.id);
    const news = learned(known, told, { event, now: now() });
    if (news.account === known || (await wins(accounts.save(news.account)))) return news;
  }
  throw new Clash(`Lost the race for an account ${rounds} times`);
}

/** Members told of an account at once. */
const portion = 100;

/** What tells a portion of the members; the next portion is on the queue by then. */
export async function tellMembers(
  { accounts, tellings, now }: AccountPorts,
  { account: id, after }: Telling,
): Promise<Work[]> {
  const account = await accounts.get(id);
  if (!account) return [];
  const members = await accounts.members(id, { limit: portion, after });
  if (members.length === portion)
    await tellings.send({ account: id, after: members.at(-1) }, now());
  const cause: Cause = {
    kind: 'account',
    ...{ id: `${id}/${account.revision}`, at: account.updatedAt },
    account: shownOf(account),
  };
  return members.map((contact) => ({ contact, cause }));
}
