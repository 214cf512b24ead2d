// What has happened to a contact, told from its decisions alone: what rules that look at the past must have remembered.
import { type Happening, happeningOf } from '../../workflows/conditions/record.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import type { Decision } from './live-person.ts';

export function happenedIn({ cause, after, world, before }: Decision): Happening[] {
  if (after === before) return [];
  const now = cause.kind === 'alarm' ? Math.max(world.now, cause.due) : world.now;
  const mails = after.messages.map(({ id, campaign, template }) => ({
    id,
    event: 'Email Sent',
    at: now,
    properties: { campaign_id: campaign, template },
    ours: true as const,
  }));
  return [...heard(cause, after), ...mails];
}

function heard(cause: Cause, { transitions }: Decision['after']): Happening[] {
  if (cause.kind === 'event') return [happeningOf(cause.event)];
  const { id, at } = 'id' in cause ? cause : { id: '', at: 0 };
  if (cause.kind === 'feedback') {
    const event = cause.feedback.type === 'bounce' ? 'Email Bounced' : 'Email Marked as Spam';
    return [{ id, event, at, properties: {}, ours: true }];
  }
  // Said again, an unsubscribe is no news.
  const isNews = transitions.some(({ kind }) => kind === 'consent_changed');
  return cause.kind === 'unsubscribe' && isNews
    ? [{ id, event: 'Unsubscribed', at, properties: {}, ours: true }]
    : [];
}
