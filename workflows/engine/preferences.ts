// What a person chose on their page: all marketing, topics, a pause, whether opens and clicks may be recorded, and the
// language of mail; each is a line of the ledger. What
// is so already is not said again: nobody has given a consent by leaving a box as it was.
import type { Cause } from '../model/cause.ts';
import type { Consent, Wish } from '../model/consent.ts';
import { standing } from '../model/consent.ts';
import type { ConsentChange, Proof } from '../model/consent-record.ts';
import { type About, type Contact, emailOf, wishOf } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import { present } from '../model/present.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from '../model/topic.ts';
import { applyChanges } from './apply-changes.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { happenOurs } from './happen.ts';
import { liftComplaint } from './suppress.ts';
import { joinedSince, proofOfShown, setWish } from './wish.ts';

type Preferences = Extract<Cause, { kind: 'preferences' }>;

export function hearPreferences(world: World, draft: Draft, cause: Preferences): Draft {
  const { all, topics = {} } = cause.changes;
  const chosen = all === undefined ? draft : choose(world, draft, cause, [undefined, all]);
  // A complaint is taken back by asking for mail, also where the wish as such never ended.
  const heard = all === 'subscribed' ? liftComplaint(chosen, emailOf(chosen.contact)) : chosen;
  const each = Object.entries(topics).filter(([id]) => topicOf(world.workspace.topics, id));
  const told = each.reduce(
    (current, [id, wanted]) =>
      isOn(world, current.contact, id) === wanted && !isPending(current.contact, id)
        ? current
        : choose(world, current, cause, [id, wanted ? 'subscribed' : 'unsubscribed']),
    heard,
  );
  return speak(world, pause(world, track(told, cause), cause), cause);
}

const isPending = (contact: Contact, about: About) =>
  wishOf(contact, about)?.status === 'pending_confirmation';

/** Whether nothing that this person said keeps mail about a topic back. A campaign may still ask for a consent. */
export function isOn(
  { now, workspace }: Pick<World, 'now' | 'workspace'>,
  contact: Contact,
  topic: string,
): boolean {
  const all = standing(contact.consent, now);
  const own = standing(wishOf(contact, topic), now);
  if (own?.status === 'subscribed') return !outweighs(all, own);
  if (own?.status === 'unsubscribed') return false;
  const isOpen = all === undefined || all.status === 'subscribed';
  return topicOf(workspace.topics, topic)?.joined === 'opt_out' && isOpen;
}

/** Whoever left all marketing and joined one topic after that is in that one. */
export const outweighs = (all: Wish | undefined, own: Wish): boolean =>
  all?.status === 'unsubscribed' && all.at >= own.at;

type Choice = readonly [about: About, status: 'subscribed' | 'unsubscribed'];

function choose(world: World, draft: Draft, cause: Preferences, [about, status]: Choice): Draft {
  const { contact } = draft;
  if (isChosen(contact, about, status)) return draft;
  const { id, method, page, wording, version } = cause;
  const at = momentOf(contact, cause, about);
  const wish: Consent = { status, at, method, ...present({ page, wording, version }) };
  const set = setWish(draft, { about, wish, proof: proofOf(cause, status) });
  if (status === 'subscribed') return set;
  const properties: Fields = about === undefined ? {} : { topic: about };
  return happenOurs(world, set, {
    id: `${id}/${about ?? ''}`,
    event: 'Unsubscribed',
    at,
    properties,
  });
}

/** Said already, for good, and not outweighed by what was said of all. */
function isChosen(contact: Contact, about: About, status: Choice[1]): boolean {
  const known = wishOf(contact, about);
  if (known?.status !== status || known.expiresAt !== undefined) return false;
  if (about !== undefined) return !outweighs(contact.consent, known);
  return status === 'subscribed' || !joinedSince(contact, known);
}

/** Later than whatever it replaces, whatever the clocks of earlier wishes said. */
function momentOf(contact: Contact, { at, changes }: Preferences, about: About): Instant {
  const { consent, topics = {} } = contact;
  if (about === undefined)
    return Math.max(at, consent?.at ?? 0, ...Object.values(topics).map((one) => one.at));
  const all = changes.all === undefined && consent?.status === 'unsubscribed' ? consent.at + 1 : 0;
  return Math.max(at, all, wishOf(contact, about)?.at ?? 0);
}

const proofOf = (cause: Preferences, status: Choice[1]): Proof => ({
  ...(status === 'subscribed' && { legal_basis: 'consent' }),
  ...proofOfShown(cause),
  ...present({ message: cause.message }),
  actor: 'contact',
});

type Line = Pick<ConsentChange, 'purpose' | 'status' | 'expires_at' | 'method_detail'>;

/** What is no wish about getting mail, and yet somebody's wish about mail. */
function tell(draft: Draft, cause: Preferences, line: Line): Draft {
  const { at: occurred_at, method } = cause;
  const proof = proofOf(cause, 'unsubscribed');
  const told = { channel: 'email', method, occurred_at, ...proof, ...line } as const;
  return { ...draft, consents: [...draft.consents, told] };
}

function pause({ now }: World, draft: Draft, cause: Preferences): Draft {
  const until = cause.changes.pausedUntil;
  if (until === undefined || (until ?? undefined) === draft.contact.pausedUntil) return draft;
  if (until !== null && until > now) {
    const paused = { purpose: 'pause', status: 'paused', expires_at: until } as const;
    return tell(change(draft, { pausedUntil: until }), cause, paused);
  }
  if (draft.contact.pausedUntil === undefined) return draft;
  const { pausedUntil: _, ...contact } = draft.contact;
  return tell({ ...draft, contact }, cause, { purpose: 'pause', status: 'resumed' });
}

function track(draft: Draft, cause: Preferences): Draft {
  const { tracked } = cause.changes;
  const isTracked = draft.contact.untracked === undefined;
  if (tracked === undefined || tracked === isTracked) return draft;
  const { untracked: _, ...contact } = draft.contact;
  const changed = {
    ...draft,
    contact: tracked ? contact : { ...contact, untracked: true as const },
  };
  return tell(changed, cause, { purpose: 'tracking', status: tracked ? 'allowed' : 'refused' });
}

/** Unless there is no room for it. */
function speak(world: World, draft: Draft, cause: Preferences): Draft {
  const { language } = cause.changes;
  if (language === undefined || draft.contact.traits.locale === language) return draft;
  const changes = { set: { locale: language } };
  const spoken = applyChanges(world, draft, changes);
  if (spoken.contact.traits.locale !== language) return spoken;
  const noted = note(spoken, { kind: 'updated', changes, because: 'by contact' });
  const chosen = { purpose: 'language', status: 'chosen', method_detail: language } as const;
  return tell(noted, cause, chosen);
}
