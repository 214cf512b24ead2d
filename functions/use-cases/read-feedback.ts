// Reads what the feedback queue brings: what SES says of our mails and of our account, and what we say ourselves of a
// mail that did not leave, that was opened, or in which a link was followed. What is new or strange in SES's events is let through.
import * as z from 'zod';
import type { Cause, FeedbackType, Unsent } from '../../workflows/model/cause.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { asWritten } from '../channels/email/address.ts';
import { unsentMessage } from '../queued-message.ts';
import type { Sent } from '../sending-ports.ts';
import type { Hit } from '../tracking-ports.ts';
import type { Work } from './decision.ts';
import { trackedBody } from './hear-tracking.ts';
import { readers, type Said, sesDetail } from './ses-events.ts';

export interface Heard {
  readonly sent?: Sent & Ours;
  readonly work?: Work;
  /** An open or a click that is yet to be judged. */
  readonly hit?: Hit;
  /** Of the account, in SES's words: "Sending Status Disabled". */
  readonly news?: string;
  /** Why it says nothing to us. */
  readonly ignored?: string;
}

/** What our mails carry as tags. */
interface Ours {
  readonly message: string;
  readonly contact: string;
  readonly campaign?: string;
  readonly template?: string;
}

/** What deliver says of a message that did not leave; told apart by its one field. */
const unsentBody = z.object({
  unsent: z.object({
    state: z.enum(['withheld', 'failed', 'skipped']),
    because: z.string(),
    message: unsentMessage,
  }),
});

const ofMail = z.object({ detail: sesDetail });
const ofAccount = z.object({ source: z.literal('aws.ses'), 'detail-type': z.string().max(60) });

/** Throws on what is neither ours nor SES's. Mail without tags of ours was not sent by a campaign and says nothing. */
export function readFeedback(body: string): Heard {
  const said = z.union([unsentBody, trackedBody, ofMail, ofAccount]).parse(JSON.parse(body));
  if ('unsent' in said) return { work: workOf(said.unsent) };
  if ('tracked' in said) return { hit: said.tracked };
  return 'detail' in said ? readDetail(said.detail) : { news: said['detail-type'] };
}

function workOf(unsent: Unsent): Work {
  const { id, contact, requestedAt } = unsent.message;
  return { contact, cause: { kind: 'unsent', id, at: requestedAt, unsent } };
}

type Detail = z.infer<typeof sesDetail>;

function readDetail(detail: Detail): Heard {
  const { eventType, mail } = detail;
  const ours = oursIn(mail.tags);
  if (!ours) return { ignored: 'mail that is not ours' };
  if (eventType === 'Send') return { sent: { ...ours, at: Date.parse(mail.timestamp) } };
  const said = readers[eventType]?.(detail) ?? 'a type that we do not know';
  return typeof said === 'string'
    ? { ignored: `${eventType}: ${said}` }
    : { work: { contact: ours.contact, cause: causeOf(detail, ours, said) } };
}

function oursIn(tags: Detail['mail']['tags']): Ours | undefined {
  const [message, contact, campaign, template] = ['message', 'contact', 'campaign', 'template'].map(
    (name) => tags[name]?.[0],
  );
  if (message === undefined || contact === undefined) return undefined;
  return {
    ...{ message, contact },
    ...(campaign !== undefined && { campaign }),
    ...(template !== undefined && { template }),
  };
}

/** Our mails have one recipient each: message, type and time name the event, however often it comes. */
function causeOf({ eventType, mail }: Detail, { contact: _, ...ours }: Ours, said: Said): Cause {
  const [recipient = ''] = mail.destination;
  const at = said.at === undefined ? Number.NaN : Date.parse(said.at);
  const when: Instant = Number.isNaN(at) ? Date.parse(mail.timestamp) : at;
  const type: FeedbackType = said.type;
  const feedback = {
    ...ours,
    type,
    address: asWritten(said.address ?? recipient),
    detail: said.detail,
  };
  return { kind: 'feedback', id: `${mail.messageId}/${eventType}/${when}`, at: when, feedback };
}
