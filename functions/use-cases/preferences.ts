// What a person wishes about mail, as they see and change it themselves: by a link that only they have. Whoever was erased
// has no wishes, and a page of theirs shows nothing.

import { pendingAt, pendingIn } from '../../workflows/engine/confirmation.ts';
import { isOn } from '../../workflows/engine/preferences.ts';
import type { Cause, PreferenceChanges, Shown } from '../../workflows/model/cause.ts';
import { standing, type WishStatus } from '../../workflows/model/consent.ts';
import { type Contact, emailOf, isErased } from '../../workflows/model/contact.ts';
import { languageOf } from '../../workflows/model/language.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { Topic } from '../../workflows/model/topic.ts';
import type { Books, Contacts, Now } from '../ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import { applyAll } from './change-contact.ts';
import { loadLiving } from './follow.ts';

export interface PreferencePorts {
  readonly contacts: Contacts;
  readonly books: Pick<Books, 'open'>;
  readonly applyCauses: ApplyCauses;
  readonly now: Now;
}

export interface Preferences {
  /** Undefined where nothing was ever said, or what was said waits to be confirmed. */
  readonly all?: WishStatus;
  /** Something waits to be confirmed. */
  readonly isPending: boolean;
  readonly topics: readonly TopicPreference[];
  readonly pausedUntil?: Instant;
  readonly tracked: boolean;
  /** They have marked a mail as spam, which stops all marketing until they take it back. */
  readonly complained: boolean;
  /** Of the workspace: in which days are counted. */
  readonly zone: string;
  /** Where mail goes, for the page to say so. */
  readonly email?: string;
  /** In which language the page is best shown, as far as is known. */
  readonly language?: string;
}

export interface TopicPreference {
  readonly topic: Topic;
  /** Whether nothing that they said keeps mail about it back. */
  readonly isOn: boolean;
}

/** Undefined for somebody who is not known (any more). */
export async function readPreferences(
  { contacts, books, now }: Pick<PreferencePorts, 'contacts' | 'books' | 'now'>,
  id: string,
): Promise<Preferences | undefined> {
  const [found, { workspace }] = await Promise.all([living(contacts, id), books.open()]);
  if (!found) return undefined;
  const world = { workspace, now: now() };
  const all = standing(found.consent, world.now)?.status;
  const { pausedUntil = 0, untracked } = found;
  return {
    ...(all !== undefined && { all }),
    isPending: pendingIn(found).length > 0,
    topics: workspace.topics.map((topic) => ({ topic, isOn: isOn(world, found, topic.id) })),
    ...(pausedUntil > world.now && { pausedUntil }),
    tracked: untracked === undefined,
    complained: hasComplained(found),
    zone: workspace.zone,
    ...addressOf(found),
  };
}

async function living(contacts: Contacts, id: string): Promise<Contact | undefined> {
  const found = (await loadLiving(contacts, [id], { consistent: true })).get(id)?.contact;
  return found && !isErased(found) ? found : undefined;
}

function addressOf(contact: Contact): Pick<Preferences, 'email' | 'language'> {
  const email = emailOf(contact);
  const language = languageOf(contact.traits);
  return { ...(email !== undefined && { email }), ...(language !== undefined && { language }) };
}

function hasComplained(contact: Contact): boolean {
  const known = contact.suppressions.find(
    ({ address }) => address === emailOf(contact)?.toLowerCase(),
  );
  return known?.reason === 'complaint' || known?.complainedAt !== undefined;
}

type Chosen = Omit<Extract<Cause, { kind: 'preferences' }>, 'kind' | 'at' | 'method' | 'changes'>;

/**
 * All changes at once, as one decision. `id` tells one submission from another: the same again changes nothing. Name only
 * what the person changed; what is so already makes no line in the ledger. Changes nothing for somebody who was erased.
 */
export async function changePreferences(
  ports: PreferencePorts,
  contact: string,
  changes: PreferenceChanges,
  chosen: Chosen,
): Promise<void> {
  const known = { kind: 'preferences', method: 'preference_page', at: ports.now() } as const;
  const cause: Cause = { ...known, ...chosen, changes };
  await applyAll(ports, [{ contact, cause }]);
}

interface Followed extends Shown {
  readonly contact: string;
  /** The mail that asked. */
  readonly message: string;
  /** Of the address that it was sent to, as `addressHash` makes it. */
  readonly addressHash: string;
  readonly sentAt: Instant;
  /** What its page named: ids of topics, and `*` for all marketing. */
  readonly abouts: readonly string[];
}

/** `nothing` stood to be confirmed, or the address has changed since. Following the link again is `confirmed` again. */
export async function confirmConsent(
  ports: PreferencePorts,
  { contact, message, ...followed }: Followed,
): Promise<'confirmed' | 'nothing'> {
  const before = await living(ports.contacts, contact);
  if (!before) return 'nothing';
  const at = ports.now();
  const id = `${message}/confirm`;
  const cause: Cause = { ...followed, kind: 'confirm', id, at, message };
  const { sentAt } = followed;
  if (pendingAt(before, sentAt).length > 0) await applyAll(ports, [{ contact, cause }]);
  const after = await living(ports.contacts, contact);
  return after && isWished(after) && pendingAt(after, sentAt).length === 0
    ? 'confirmed'
    : 'nothing';
}

/** Something was asked for and stands. */
export const isWished = ({ consent, topics = {} }: Contact): boolean =>
  [consent, ...Object.values(topics)].some((wish) => wish?.status === 'subscribed');
