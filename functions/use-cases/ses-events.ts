// SES's events of a mail, one reader for each type: what it says to us, or why it says nothing. Fields and words that
// SES may add some day harm nothing, and a field that is not what it was is taken for missing.
import * as z from 'zod';
import type { FeedbackType } from '../../workflows/model/cause.ts';

export interface Said {
  readonly type: FeedbackType;
  /** ISO 8601; the mail's own time when absent. */
  readonly at?: string | undefined;
  /** The mail's recipient when absent. */
  readonly address?: string | undefined;
  readonly detail: string;
}

const text = z.optional(z.string()).catch(undefined);
const addresses = z.array(z.string()).catch([]);
const recipients = z
  .array(z.object({ emailAddress: z.string(), action: text, status: text, diagnosticCode: text }))
  .catch([]);

const part = <S extends z.ZodRawShape>(shape: S) => z.optional(z.object(shape)).catch(undefined);

export const sesDetail = z.object({
  eventType: z.string(),
  mail: z.object({
    timestamp: z.iso.datetime({ offset: true }),
    messageId: z.string(),
    destination: addresses,
    tags: z.record(z.string(), z.array(z.string())).catch({}),
  }),
  delivery: part({ timestamp: text, recipients: addresses, smtpResponse: text }),
  bounce: part({
    timestamp: text,
    bounceType: text,
    bounceSubType: text,
    bouncedRecipients: recipients,
  }),
  complaint: part({
    timestamp: text,
    complainedRecipients: recipients,
    complaintFeedbackType: text,
    complaintSubType: text,
  }),
  deliveryDelay: part({ timestamp: text, delayType: text, delayedRecipients: recipients }),
  reject: part({ reason: text }),
  failure: part({ errorMessage: text }),
});

type Detail = z.infer<typeof sesDetail>;
type Reader = (detail: Detail) => Said | string;

/** The mail is not as the mailbox wants it: our fault, and no word about the mailbox. */
const ourFault: ReadonlySet<string> = new Set([
  'MessageTooLarge',
  'ContentRejected',
  'AttachmentRejected',
]);

function readBounce({ bounce }: Detail): Said | string {
  const {
    bounceType,
    bounceSubType = 'Undetermined',
    timestamp: at,
    bouncedRecipients = [],
  } = bounce ?? {};
  const [recipient] = bouncedRecipients;
  const told = { at, address: recipient?.emailAddress, detail: bounceSubType };
  if (bounceType === 'Permanent') return { type: 'bounce', ...told };
  if (ourFault.has(bounceSubType)) return { type: 'content_bounce', ...told };
  // A server that refuses says how (RFC 3464). Who is away, and answers so, has got the mail.
  const isReply = bounceType === 'Transient' && bounceSubType === 'General' && !isReport(recipient);
  return isReply ? 'an automatic reply' : { type: 'soft_bounce', ...told };
}

const isReport = (recipient?: z.infer<typeof recipients>[number]): boolean =>
  [recipient?.action, recipient?.status, recipient?.diagnosticCode].some(Boolean);

function readComplaint({ complaint }: Detail): Said | string {
  const { complaintFeedbackType, complaintSubType, timestamp: at } = complaint ?? {};
  if (complaintFeedbackType === 'not-spam') return 'somebody says that it is no spam';
  const address = complaint?.complainedRecipients[0]?.emailAddress;
  return complaintSubType === 'OnAccountSuppressionList'
    ? { type: 'complaint_echo', at, address, detail: complaintSubType }
    : { type: 'complaint', at, address, detail: complaintFeedbackType ?? 'complaint' };
}

/** By `eventType`. */
export const readers: Readonly<Record<string, Reader>> = {
  Delivery: ({ delivery }) => ({
    type: 'delivery',
    at: delivery?.timestamp,
    address: delivery?.recipients[0],
    detail: delivery?.smtpResponse ?? '',
  }),
  DeliveryDelay: ({ deliveryDelay }) => ({
    type: 'delay',
    at: deliveryDelay?.timestamp,
    address: deliveryDelay?.delayedRecipients[0]?.emailAddress,
    detail: deliveryDelay?.delayType ?? 'Undetermined',
  }),
  Bounce: readBounce,
  Complaint: readComplaint,
  Reject: ({ reject }) => ({ type: 'failure', detail: reject?.reason ?? 'rejected' }),
  'Rendering Failure': ({ failure }) => ({
    type: 'failure',
    detail: failure?.errorMessage ?? 'not rendered',
  }),
  Open: () => 'opens are counted by our own pixel',
  Click: () => 'clicks are counted by our own links',
  Subscription: () => 'wishes are kept by ourselves, and not on a list of SES',
};
