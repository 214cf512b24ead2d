// A wish that somebody tells: an event that came with it, or the API. The newest counts, in the order in which wishes were
// made; of two in the same moment, the no. One that is to be confirmed changes nothing that holds until it is.
import { type Consent, standing, type Wish } from '../model/consent.ts';
import type { Proof } from '../model/consent-record.ts';
import { type About, type Contact, wishOf } from '../model/contact.ts';
import type { ConsentGiven } from '../model/event.ts';
import { present } from '../model/present.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from '../model/topic.ts';
import { askToConfirm } from './confirmation.ts';
import type { Draft, World } from './draft.ts';
import { bare, setWish } from './wish.ts';

export interface Told {
  /** Of the cause that brings it. */
  readonly id: string;
  readonly given: ConsentGiven;
  /** When it was made. */
  readonly at: Instant;
  readonly actor: string;
  readonly form?: string;
  readonly hops: number;
}

export type ConsentWorld = Pick<World, 'now' | 'hash' | 'workspace'>;

export function hearConsent(world: ConsentWorld, draft: Draft, told: Told): Draft {
  const news = newsIn(world, draft.contact, told);
  if (news.length === 0) return draft;
  if (mustConfirm(world, told.given)) return hearUnconfirmed(world, draft, news, told);
  return news.reduce(
    (current, about) => setWish(current, { about, wish: consentOf(told), proof: proofOf(told) }),
    draft,
  );
}

/** What it is about, as far as nothing newer is known of it. */
export const newsIn = (
  world: Pick<World, 'workspace'>,
  contact: Contact,
  told: Pick<Told, 'given' | 'at'>,
): readonly About[] => aboutOf(world, told.given).filter((about) => isNews(contact, about, told));

/** Topics that are not there are not taken for all marketing. */
const aboutOf = (
  { workspace }: Pick<World, 'workspace'>,
  { topics }: ConsentGiven,
): readonly About[] =>
  topics === undefined ? [undefined] : topics.filter((id) => topicOf(workspace.topics, id));

const mustConfirm = (
  { workspace }: ConsentWorld,
  { status, method, double_opt_in }: ConsentGiven,
) =>
  status === 'subscribed' &&
  (double_opt_in === true || (method === 'form' && workspace.doubleOptIn));

/** What the law implies of somebody's deeds is no wish of theirs, and never ends a refusal. */
const isImplied = ({ status, legal_basis: ground = 'consent' }: ConsentGiven): boolean =>
  status === 'subscribed' && ground !== 'consent' && ground !== 'casl_express';

const isNo = (wish: Wish | undefined, at: Instant) => standing(wish, at)?.status === 'unsubscribed';

function isNews(
  contact: Contact,
  about: About,
  { given, at }: Pick<Told, 'given' | 'at'>,
): boolean {
  const known = wishOf(contact, about);
  if (isImplied(given) && [known, contact.consent].some((one) => isNo(one, at))) return false;
  if (!known) return true;
  if (at < known.at + (known.status === 'unsubscribed' ? 1 : 0)) return false;
  if (given.status !== 'subscribed') return true;
  return !outlasts(known, given.expires_at);
}

/** A consent for a time takes nothing away from one that lasts longer. */
const outlasts = ({ status, expiresAt = Infinity }: Wish, end: Instant | undefined): boolean =>
  status === 'subscribed' && end !== undefined && end <= expiresAt;

/** Who has confirmed once is asked no more. */
function hearUnconfirmed(
  world: ConsentWorld,
  draft: Draft,
  news: readonly About[],
  told: Told,
): Draft {
  const open = news.filter((about) => !isConfirmed(wishOf(draft.contact, about)));
  if (open.length === 0) return draft;
  const asked = askToConfirm(world, draft, { ...told, topics: open.flatMap((id) => id ?? []) });
  // Forms that are sent again and again fill no ledger: only what is asked about is a new line.
  const fresh =
    asked.orders.length > draft.orders.length
      ? open
      : open.filter((about) => wishOf(draft.contact, about)?.status !== 'pending_confirmation');
  return fresh.reduce((current, about) => setPending(world, current, about, told), asked);
}

const isConfirmed = (wish: Wish | undefined): boolean =>
  wish?.status === 'subscribed' && wish.expiresAt === undefined;

function setPending({ now }: ConsentWorld, draft: Draft, about: About, told: Told): Draft {
  const known = wishOf(draft.contact, about);
  const waiting = known?.status === 'pending_confirmation' ? known : undefined;
  const before = waiting ? waiting.before : known;
  // A clock that runs ahead would make a wish that no mail is late enough to confirm.
  const at = Math.min(told.at, now);
  const wish: Consent = {
    ...{ ...consentOf(told), at, status: 'pending_confirmation' },
    ...(waiting && { since: waiting.since ?? waiting.at }),
    ...(before && { before: bare(before) }),
  };
  const proof = { ...proofOf(told), double_opt_in: { requested_at: at } };
  return setWish(draft, { about, wish, proof });
}

function consentOf({ given, at }: Told): Consent {
  const { status, method, detail, wording, version, page, expires_at: expiresAt } = given;
  const said = { status, method, detail, wording, version, page };
  return { ...present(said), ...(status === 'subscribed' ? present({ expiresAt }) : {}), at };
}

function proofOf({ given, actor, form }: Told): Proof {
  const { status, detail, wording, version, page, language, policy_url, ip, user_agent } = given;
  const ground = status === 'subscribed' ? 'consent' : undefined;
  return {
    ...present({
      legal_basis: given.legal_basis ?? ground,
      method_detail: detail,
      source_url: page,
      form,
      wording,
      wording_version: version,
      ...{ language, policy_url, ip, user_agent },
    }),
    actor,
  };
}
