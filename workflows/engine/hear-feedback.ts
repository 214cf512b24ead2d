// What SES says of the contact's mail: rules hear of it, and an address that takes no mail, or calls it spam, is let be.
import type { Cause, FeedbackType } from '../model/cause.ts';
import type { Fields } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import type { Draft, World } from './draft.ts';
import { happenOurs } from './happen.ts';
import { bounceForNow, reach } from './mailbox.ts';
import { suppress } from './suppress.ts';

type Feedback = Extract<Cause, { kind: 'feedback' }>;

/** What rules can ask of. */
const eventOf: Readonly<Partial<Record<FeedbackType, string>>> = {
  delivery: 'Email Delivered',
  bounce: 'Email Bounced',
  complaint: 'Email Marked as Spam',
};

export function hearFeedback(world: World, draft: Draft, { feedback, id, at }: Feedback): Draft {
  const event = eventOf[feedback.type];
  const { campaign } = feedback;
  const properties: Fields = campaign === undefined ? {} : { campaign_id: campaign };
  const heard = event ? happenOurs(world, draft, { id, event, at, properties }) : draft;
  return follow(heard, feedback, at);
}

function follow(draft: Draft, { type, address, detail }: Feedback['feedback'], at: Instant): Draft {
  switch (type) {
    case 'bounce':
    case 'complaint':
      return suppress(draft, { address, reason: type, at }, detail);
    // The complaint itself may have come before we knew the address.
    case 'complaint_echo':
      return suppress(draft, { address, reason: 'complaint', at }, detail);
    case 'soft_bounce':
      return bounceForNow(draft, { address, at, detail });
    case 'delivery':
      return reach(draft, at, 'a mail was delivered');
    case 'content_bounce':
    case 'delay':
    case 'failure':
      return draft;
    default:
      return type satisfies never;
  }
}
