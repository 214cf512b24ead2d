// Feedback: what is said of our mails, by SES and, where they did not leave, by ourselves. Sendings are kept as evidence;
// the rest reaches the contact, once, in whatever order it comes.
import type { Cause } from '../../workflows/model/cause.ts';
import { callAttention, log, metric } from '../log.ts';
import type { Notify } from '../notice-ports.ts';
import type { Hash } from '../ports.ts';
import type { Evidence } from '../sending-ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import type { Work } from './decision.ts';
import { sentNotice } from './notify.ts';
import type { Heard } from './read-feedback.ts';

interface FeedbackPorts {
  readonly evidence: Pick<Evidence, 'record'>;
  readonly applyCauses: ApplyCauses;
  readonly notify: Notify;
  readonly hash: Hash;
  /** Looks at the guard rails of these campaigns. */
  readonly guard: (campaigns: readonly string[]) => Promise<void>;
}

/** Answers the work that failed. Throws when the evidence could not be kept. */
export async function hearFeedback(
  ports: FeedbackPorts,
  heard: readonly Heard[],
): Promise<ReadonlySet<Work>> {
  const sent = heard.flatMap((one) => one.sent ?? []);
  await ports.evidence.record(sent);
  await ports.notify(sent.map((one) => sentNotice(ports.hash, one)));
  for (const { news } of heard) if (news !== undefined) report(news);
  reportIgnored(heard.flatMap(({ ignored }) => ignored ?? []));
  const works = heard.flatMap(({ work }) => work ?? []);
  if (works.length === 0) return new Set();
  const failed = new Set((await ports.applyCauses(works)).keys());
  for (const { cause } of works) reportFailure(cause);
  await ports.guard(works.flatMap(({ cause }) => endangeredBy(cause)));
  return failed;
}

/** What SES says of the account. */
const alarming: ReadonlySet<string> = new Set([
  'Sending Status Disabled',
  'Advisor Recommendation Status Open',
]);

function report(news: string): void {
  const isAlarming = alarming.has(news);
  log[isAlarming ? 'error' : 'info']('SES tells of the account', { news });
  metric(`Ses${news.replaceAll(' ', '')}`, 1);
  if (isAlarming) callAttention();
}

/** SES took a mail, and did not send it: the template, or what is in it, must be looked at. */
function reportFailure(cause: Cause): void {
  if (cause.kind !== 'feedback' || cause.feedback.type !== 'failure') return;
  const { message, campaign, template, detail } = cause.feedback;
  log.error('SES did not send a mail', { id: message, campaign, template, because: detail });
  metric('MailFailed', 1);
  callAttention();
}

/** One line for each reason. */
function reportIgnored(all: readonly string[]): void {
  const counts = Object.entries(Object.groupBy(all, (reason) => reason));
  for (const [because, some = []] of counts)
    log.info('feedback ignored', { because, count: some.length });
}

const endangeredBy = (cause: Cause): string[] =>
  cause.kind === 'feedback' && ['bounce', 'complaint'].includes(cause.feedback.type)
    ? [cause.feedback.campaign ?? ''].filter(Boolean)
    : [];
