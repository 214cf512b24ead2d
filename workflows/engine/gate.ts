// The gate before every message: consent, then suppression. Withholding is data: it answers a reason.
import type { CampaignDocument } from '../model/campaign.ts';
import type { Basis } from '../model/consent.ts';
import { type Contact, emailOf } from '../model/contact.ts';
import type { MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Withheld } from '../model/transition.ts';
import type { World } from './draft.ts';

export interface Asked {
  readonly kind: MessageKind;
  readonly campaign: string;
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

export function judge(_world: World, contact: Contact, { kind, document }: Asked): Verdict {
  const reason = gate(contact, kind, document.basis);
  return reason ? { do: 'withhold', reason } : { do: 'pass' };
}

/** The reason to withhold, or undefined when the message may pass. */
export function gate(contact: Contact, kind: MessageKind, basis: Basis): Withheld | undefined {
  const address = emailOf(contact);
  if (address === undefined) return 'no_address';
  if (kind === 'marketing') {
    if (contact.consent?.status === 'unsubscribed') return 'unsubscribed';
    if (basis === 'consent' && contact.consent?.status !== 'subscribed') return 'not_subscribed';
  }
  return isSuppressed(contact, address, kind) ? 'suppressed' : undefined;
}

/** The hard no's alone, asked once more just before a message leaves. */
export const hardNo = (contact: Contact, kind: MessageKind): Withheld | undefined =>
  gate(contact, kind, 'soft_opt_in');

function isSuppressed(contact: Contact, address: string, kind: MessageKind): boolean {
  const lower = address.toLowerCase();
  const suppression = contact.suppressions.find((one) => one.address === lower);
  return suppression !== undefined && (suppression.reason === 'bounce' || kind === 'marketing');
}
