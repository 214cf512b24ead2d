// Reserves a message's place in the contact: what later messages are measured against, and rules remember as sent.
// Gives it back when the message did not leave.
import { budget } from '../model/budget.ts';
import type { CampaignDocument } from '../model/campaign.ts';
import type { Reserved } from '../model/contact.ts';
import type { Message } from '../model/message.ts';
import { duration, type Milliseconds } from '../model/time.ts';
import type { WorkspaceRules } from '../model/workspace.ts';
import { change, type Draft, type World } from './draft.ts';
import { happenOurs } from './happen.ts';

interface Sent {
  readonly message: Message;
  readonly document: CampaignDocument;
}

export function reserve(world: World, draft: Draft, { message, document }: Sent): Draft {
  const { id, campaign, template, kind } = message;
  const properties = { campaign_id: campaign, template };
  const happened = happenOurs(world, draft, { id, event: 'Email Sent', at: world.now, properties });
  // Nothing counts that everybody must get.
  if (kind !== 'marketing') return happened;
  // What ignores the caps does not count toward them; somebody has got mail all the same.
  const place = {
    at: world.now,
    campaign,
    ...(document.sending.caps === false && { uncapped: true as const }),
  };
  const since = world.now - longestRule(world.workspace);
  const sends = [...draft.contact.sends.filter(({ at }) => at > since), place];
  return change(happened, { sends: sends.slice(-budget.sends) });
}

/** Places of one campaign and one moment are all alike: any of them may go. */
export function release(
  draft: Draft,
  { kind, campaign, requestedAt }: Pick<Message, 'kind' | 'campaign' | 'requestedAt'>,
): Draft {
  const { sends } = draft.contact;
  const isIts = (one: Reserved) => one.at === requestedAt && one.campaign === campaign;
  const place = kind === 'marketing' ? sends.findIndex(isIts) : -1;
  return place < 0 ? draft : change(draft, { sends: sends.toSpliced(place, 1) });
}

/** Rules that become longer find what went before them. */
const atLeast: Milliseconds = 30 * 86_400_000;

const longestRule = ({ smartSending, caps }: WorkspaceRules): Milliseconds =>
  Math.max(
    atLeast,
    smartSending === false ? 0 : duration(smartSending),
    ...caps.map(({ within }) => duration(within)),
  );
