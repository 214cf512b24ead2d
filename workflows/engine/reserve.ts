// Reserves a message's place in the contact: what later messages are measured against, and rules remember as sent.
import { budget } from '../model/budget.ts';
import type { CampaignDocument } from '../model/campaign.ts';
import type { Message } from '../model/message.ts';
import { change, type Draft, type World } from './draft.ts';
import { happen } from './happen.ts';

interface Sent {
  readonly message: Message;
  readonly document: CampaignDocument;
}

export function reserve(world: World, draft: Draft, { message, document }: Sent): Draft {
  const { id, campaign, template, kind } = message;
  const properties = { campaign_id: campaign, template };
  const happened = happen(world, draft, { id, event: 'Email Sent', at: world.now, properties });
  // What ignores the caps does not count toward them, and nothing counts that everybody must get.
  if (kind !== 'marketing' || document.sending.caps === false) return happened;
  const sends = [...draft.contact.sends, { at: world.now, campaign }];
  return change(happened, { sends: sends.slice(-budget.sends) });
}
