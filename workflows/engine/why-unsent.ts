// The messages of a walk that nobody got: withheld by the gate, or let go and not sent after all.
import type { Withheld } from '../model/transition.ts';
import type { Decided } from './why-told.ts';

/** "got "news" 3 hours ago", "the campaign is stopped", … */
export const wordsOf = (reason: string): string => words[reason as Withheld] ?? reason;

const words: Readonly<Partial<Record<Withheld, string>>> = {
  no_address: 'there is no address',
  unsubscribed: 'has unsubscribed',
  not_subscribed: 'has not subscribed, and the campaign needs consent',
  pending_confirmation: 'has not confirmed the wish by the mail that asked for it',
  topic_unsubscribed: 'has left the topic',
  topic_not_subscribed: 'has not joined the topic',
  paused: 'wants no marketing mail for a while',
  suppressed: 'the address is suppressed',
  expired: 'it had waited for too long',
  quiet_hours_expired: 'it would have waited for too long',
  skipped_on_resume: 'it fell due while the campaign was paused, and was skipped',
  campaign_stopped: 'the campaign was stopped',
  template_skip: 'its template cannot be filled',
  unsupported_address: 'mail cannot be sent to the address',
  not_asked: 'it asks to confirm a wish that another address was asked about',
  asked_too_often: 'the address was asked often enough today',
};

/** As many as a sentence bears. */
const most = 3;

/** `, but the message of "welcome" was not sent (has unsubscribed)`; empty when all were sent. */
export function unsentIn(decided: readonly Decided[], enrollment: string): string {
  const all = decided.flatMap((one) => reasonIn(one, enrollment)).reverse();
  const named = all.slice(0, most).map(({ step, because }) => `"${step}" (${because})`);
  const more = all.length > most ? [`${all.length - most} more`] : [];
  const [last = '', ...others] = [...named, ...more].reverse();
  if (last === '') return '';
  const listed = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
  return all.length === 1
    ? `, but the message of ${listed} was not sent`
    : `, but the messages of ${listed} were not sent`;
}

interface Reason {
  readonly step: string;
  readonly because: string;
}

function reasonIn(one: Decided, enrollment: string): Reason[] {
  if (!('enrollment' in one) || one.enrollment !== enrollment) return [];
  if (one.kind === 'unsent') return [{ step: one.step, because: spelled(one.because) }];
  // Whoever was sent it before has it.
  if (one.kind !== 'withheld' || one.reason === 'sent_before') return [];
  return [{ step: one.step, because: one.because ?? wordsOf(one.reason) }];
}

/** "template_skip: Template mail: undefined variable: …": the reason, and what it was about. */
function spelled(because: string): string {
  const [reason = '', ...about] = because.split(': ');
  return [wordsOf(reason), ...about].join(': ');
}
