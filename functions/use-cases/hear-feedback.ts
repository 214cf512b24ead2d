// Feedback: what is said of our mails, by SES and, where they did not leave, by ourselves. Sendings are kept as evidence;
// the rest reaches the contact.
import * as z from 'zod';
import type { Cause, Unsent } from '../../workflows/model/cause.ts';
import { asWritten } from '../channels/email/address.ts';
import { unsentMessage } from '../queued-message.ts';
import type { Evidence, Sent } from '../sending-ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import type { Work } from './decision.ts';

interface FeedbackPorts {
  readonly evidence: Pick<Evidence, 'record'>;
  readonly applyCauses: ApplyCauses;
  /** Looks at the guard rails of these campaigns. */
  readonly guard: (campaigns: readonly string[]) => Promise<void>;
}

const tag = z.array(z.string()).min(1);
const recipients = z.array(z.object({ emailAddress: z.string() }));

/** The part of an SES event that we read; unknown fields and types are let through. */
const sesEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      timestamp: z.iso.datetime({ offset: true }),
      messageId: z.string(),
      tags: z.optional(
        z.object({
          message: z.optional(tag),
          contact: z.optional(tag),
          campaign: z.optional(tag),
        }),
      ),
    }),
    bounce: z.optional(
      z.object({
        bounceType: z.string(),
        bounceSubType: z.string(),
        bouncedRecipients: recipients,
        timestamp: z.iso.datetime({ offset: true }),
      }),
    ),
    complaint: z.optional(
      z.object({
        complainedRecipients: recipients,
        complaintFeedbackType: z.optional(z.string()),
        timestamp: z.iso.datetime({ offset: true }),
      }),
    ),
  }),
});

type Detail = z.infer<typeof sesEvent>['detail'];

/** What deliver says of a message that did not leave; told apart by its one field. */
const unsentBody = z.object({
  unsent: z.object({
    state: z.enum(['withheld', 'failed', 'skipped']),
    because: z.string(),
    message: unsentMessage,
  }),
});

export interface Heard {
  readonly sent?: Sent;
  readonly work?: Work;
}

/** Reads one event. Mail that carries no tags of ours was not sent by a campaign and says nothing here. */
export function readFeedback(body: string): Heard {
  const said = z.union([unsentBody, sesEvent]).parse(JSON.parse(body));
  return 'unsent' in said ? { work: workOf(said.unsent) } : readDetail(said.detail);
}

function workOf(unsent: Unsent): Work {
  const { id, contact, requestedAt } = unsent.message;
  return { contact, cause: { kind: 'unsent', id, at: requestedAt, unsent } };
}

function readDetail(detail: Detail): Heard {
  const [message] = detail.mail.tags?.message ?? [];
  const [contact] = detail.mail.tags?.contact ?? [];
  if (message === undefined || contact === undefined) return {};
  if (detail.eventType === 'Send')
    return { sent: { message, at: Date.parse(detail.mail.timestamp) } };
  const cause = causeOf(detail, message);
  return cause ? { work: { contact, cause } } : {};
}

function causeOf(detail: Detail, message: string): Cause | undefined {
  const [campaign] = detail.mail.tags?.campaign ?? [];
  const whose = { message, ...(campaign !== undefined && { campaign }) };
  const id = `${detail.mail.messageId}/${detail.eventType}`;
  const { bounce, complaint } = detail;
  if (bounce?.bounceType === 'Permanent') {
    const address = asWritten(bounce.bouncedRecipients[0]?.emailAddress ?? '');
    const feedback = { type: 'bounce', address, ...whose, detail: bounce.bounceSubType } as const;
    return { kind: 'feedback', id, at: Date.parse(bounce.timestamp), feedback };
  }
  if (complaint && complaint.complaintFeedbackType !== 'not-spam') {
    const address = asWritten(complaint.complainedRecipients[0]?.emailAddress ?? '');
    const kind = complaint.complaintFeedbackType ?? 'complaint';
    const feedback = { type: 'complaint', address, ...whose, detail: kind } as const;
    return { kind: 'feedback', id, at: Date.parse(complaint.timestamp), feedback };
  }
  return undefined;
}

/** Answers the work that failed. Throws when the evidence could not be kept. */
export async function hearFeedback(
  ports: FeedbackPorts,
  heard: readonly Heard[],
): Promise<ReadonlySet<Work>> {
  await ports.evidence.record(heard.flatMap(({ sent }) => sent ?? []));
  const works = heard.flatMap(({ work }) => work ?? []);
  if (works.length === 0) return new Set();
  const failed = new Set((await ports.applyCauses(works)).keys());
  await ports.guard(works.flatMap(({ cause }) => campaignOf(cause)));
  return failed;
}

const campaignOf = (cause: Cause): string[] =>
  cause.kind === 'feedback' && cause.feedback.campaign !== undefined
    ? [cause.feedback.campaign]
    : [];
