// The gate before every message: consent, suppression, smart sending and caps, then the time to go.
// Withholding is data: it answers a reason. Goals and exits have ended the walk before.
import type { CampaignDocument } from '../model/campaign.ts';
import type { Basis } from '../model/consent.ts';
import { type Contact, emailOf } from '../model/contact.ts';
import type { MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Withheld } from '../model/transition.ts';
import type { World } from './draft.ts';
import { tooMuch } from './frequency.ts';
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
  const reason = gate(contact, kind, document.basis);
  if (reason) return { do: 'withhold', reason };
  if (kind === 'transactional') return expired(world, asked) ?? { do: 'pass' };
  const much = tooMuch(world, contact, asked);
  return much ? { do: 'withhold', ...much } : timeToGo(world, contact, asked);
}

/** The reason to withhold, or undefined when the message may pass. */
export function gate(contact: Contact, kind: MessageKind, basis: Basis): Withheld | undefined {
  const address = emailOf(contact);
  if (address === undefined) return 'no_address';
  const wish = kind === 'marketing' ? wishAgainst(contact, basis) : undefined;
  if (wish) return wish;
  return isSuppressed(contact, address, kind) ? 'suppressed' : undefined;
}

/** Whoever was erased and came back has wished for no mail by that. */
function wishAgainst({ consent, erasedAt }: Contact, basis: Basis): Withheld | undefined {
  if (consent?.status === 'unsubscribed') return 'unsubscribed';
  const mustWish = basis === 'consent' || erasedAt !== undefined;
  return mustWish && consent?.status !== 'subscribed' ? 'not_subscribed' : undefined;
}

/** The hard no's alone, asked once more just before a message leaves. */
export const hardNo = (contact: Contact, kind: MessageKind): Withheld | undefined =>
  gate(contact, kind, 'soft_opt_in');

function isSuppressed(contact: Contact, address: string, kind: MessageKind): boolean {
  const lower = address.toLowerCase();
  const suppression = contact.suppressions.find((one) => one.address === lower);
  return suppression !== undefined && (suppression.reason === 'bounce' || kind === 'marketing');
}
