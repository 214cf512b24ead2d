// Notices: what happens to messages and wishes, told to servers that the owner has registered for it.
import type { Fields } from '../workflows/model/event.ts';
import type { Instant } from '../workflows/model/time.ts';

export const noticeTypes = [
  'message.sent',
  'message.delivered',
  'message.bounced',
  'message.complained',
  'message.opened',
  'message.clicked',
  'message.withheld',
  'message.failed',
  'contact.subscribed',
  'contact.unsubscribed',
] as const;

export type NoticeType = (typeof noticeTypes)[number];

/** Something to tell to whoever asked for it. */
export interface Happened {
  /** The same however often it is told. */
  readonly id: string;
  readonly type: NoticeType;
  readonly contact: string;
  readonly at: Instant;
  /** Ids, names of our own and reasons: nothing of the person. */
  readonly data: Fields;
}

/** The same for one endpoint, on its way there. */
export interface Notice extends Happened {
  readonly kind: 'notice';
  readonly endpoint: string;
}

export interface EndpointSecret {
  readonly secret: string;
  /** From then on it signs nothing; the newest has no end. */
  readonly until?: Instant;
}

export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly NoticeType[];
  readonly enabled: boolean;
  /** What is told of the person besides the id. */
  readonly include: readonly 'email'[];
  /** The newest first. */
  readonly secrets: readonly EndpointSecret[];
  readonly at: Instant;
  readonly by: string;
  /** Since no call was taken, why not, and how many notices nobody took in the end. */
  readonly failing?: { readonly since: Instant; readonly because: string; readonly lost: number };
  /** By us, because it failed for too long. */
  readonly disabled?: { readonly at: Instant; readonly because: string };
}

export interface WebhookEndpoints {
  /** As they were half a minute ago at the most. */
  get(): Promise<readonly WebhookEndpoint[]>;
  /** As they are. */
  read(): Promise<readonly WebhookEndpoint[]>;
  /** What they become, of what they are; undefined leaves them. Throws Clash when others are always faster. */
  change(
    changed: (known: readonly WebhookEndpoint[]) => readonly WebhookEndpoint[] | undefined,
  ): Promise<void>;
}

/** Tells all that are registered; without any, nothing is read twice in a minute, and nothing sent. */
export type Notify = (happened: readonly Happened[]) => Promise<void>;
