// The gate before every message: consent, suppression, smart sending and caps, then the time to go.
// Withholding is data: it answers a reason. Goals and exits have ended the walk before.
import { clock } from '../conditions/words.ts';
import type { CampaignDocument } from '../model/campaign.ts';
import { type Basis, type Suppression, standing, type Wish } from '../model/consent.ts';
import { type Contact, emailOf, wishOf } from '../model/contact.ts';
import type { Message, MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from '../model/topic.ts';
import type { Withheld } from '../model/transition.ts';
import type { World } from './draft.ts';
import { tooMuch } from './frequency.ts';
import { outweighs } from './preferences.ts';
import { expired, timeToGo } from './sending-time.ts';

interface Asked {
  readonly kind: MessageKind;
  readonly campaign: string;
  readonly enrollment: string;
  readonly document: CampaignDocument;
  /** Since when the message is due. */
  readonly dueSince: Instant;
}

export type Verdict =
  | { readonly do: 'pass' }
  | {
      readonly do: 'withhold';
      readonly reason: Withheld;
      readonly because?: string;
      /** When the message would have passed, where time alone would do. */
      readonly passesAt?: Instant;
    }
  | { readonly do: 'hold'; readonly until: Instant; readonly because: string };

/** Asked anew whenever a hold ends. What everybody must get passes all rules about marketing. */
export function judge(world: World, contact: Contact, asked: Asked): Verdict {
  const { kind, document } = asked;
  const reason = gate(contact, kind, document.basis, {
    now: world.now,
    ...topicIn(world, document),
  });
  if (reason) return withhold(world, contact, reason, document);
  if (kind === 'transactional') return expired(world, asked) ?? { do: 'pass' };
  const much = tooMuch(world, contact, asked);
  return much ? { do: 'withhold', ...much } : timeToGo(world, contact, asked);
}

/** In words where the bare reason would leave out what it is about. */
function withhold(
  { workspace }: World,
  { pausedUntil }: Contact,
  reason: Withheld,
  { topic = '' }: CampaignDocument,
): Verdict {
  const { name } = topicOf(workspace.topics, topic) ?? { name: topic };
  if (reason === 'topic_unsubscribed')
    return { do: 'withhold', reason, because: `has left the topic "${name}"` };
  if (reason === 'topic_not_subscribed')
    return { do: 'withhold', reason, because: `has not joined the topic "${name}"` };
  if (reason !== 'paused' || pausedUntil === undefined) return { do: 'withhold', reason };
  const because = `wants no marketing mail until ${clock(pausedUntil)}`;
  return { do: 'withhold', reason, because, passesAt: pausedUntil };
}

/** What mail is about, and when it would go. Whether the topic must have been joined is known where it is decided. */
interface Mail {
  readonly topic?: string;
  readonly mustJoin?: boolean;
  readonly now?: Instant;
}

/** Nobody has joined a topic that is there no more by having said nothing. */
const topicIn = ({ workspace }: World, { topic }: CampaignDocument): Mail =>
  topic === undefined
    ? {}
    : { topic, mustJoin: topicOf(workspace.topics, topic)?.joined !== 'opt_out' };

/** The reason to withhold, or undefined when the message may pass: the wish, the topic, the pause, then the address. */
export function gate(
  contact: Contact,
  kind: MessageKind,
  basis: Basis,
  mail: Mail = {},
): Withheld | undefined {
  const address = emailOf(contact);
  if (address === undefined) return 'no_address';
  const wish = kind === 'marketing' ? wishAgainst(contact, basis, mail) : undefined;
  if (wish) return wish;
  return isSuppressed(contact, address, kind) ? 'suppressed' : undefined;
}

function wishAgainst(contact: Contact, basis: Basis, mail: Mail): Withheld | undefined {
  const { now = 0, topic } = mail;
  const all = standing(contact.consent, now);
  const own = topic === undefined ? undefined : standing(wishOf(contact, topic), now);
  const isJoined = own?.status === 'subscribed' && !outweighs(all, own);
  const no = isJoined ? undefined : (refusal(all, own) ?? silence(contact, basis, mail));
  return no ?? ((contact.pausedUntil ?? 0) > now ? 'paused' : undefined);
}

function refusal(all: Wish | undefined, own: Wish | undefined): Withheld | undefined {
  if (all?.status === 'unsubscribed') return 'unsubscribed';
  if (own?.status === 'unsubscribed') return 'topic_unsubscribed';
  if (own?.status === 'not_subscribed') return 'topic_not_subscribed';
  return all?.status === 'not_subscribed' ? 'not_subscribed' : undefined;
}

/** Nothing was refused; but was it wished? Whoever was erased and came back has wished for no mail by that. */
function silence(contact: Contact, basis: Basis, mail: Mail): Withheld | undefined {
  const { consent, erasedAt } = contact;
  if (mail.mustJoin) return unasked(wishOf(contact, mail.topic), 'topic_not_subscribed');
  const mustWish = basis === 'consent' || erasedAt !== undefined;
  const isWished = standing(consent, mail.now ?? 0)?.status === 'subscribed';
  return !mustWish || isWished ? undefined : unasked(consent, 'not_subscribed');
}

const unasked = (wish: Wish | undefined, otherwise: Withheld): Withheld =>
  wish?.status === 'pending_confirmation' ? 'pending_confirmation' : otherwise;

/** The hard no's alone, asked once more just before a message leaves. */
export const hardNo = (
  contact: Contact,
  { kind, topic }: Pick<Message, 'kind' | 'topic'>,
  now: Instant,
): Withheld | undefined =>
  gate(contact, kind, 'soft_opt_in', { now, ...(topic !== undefined && { topic }) });

function isSuppressed(contact: Contact, address: string, kind: MessageKind): boolean {
  const lower = address.toLowerCase();
  const suppression = contact.suppressions.find((one) => one.address === lower);
  return suppression !== undefined && (kind === 'marketing' || stopsAll.has(suppression.reason));
}

const stopsAll: ReadonlySet<Suppression['reason']> = new Set(['bounce', 'manual'] as const);
