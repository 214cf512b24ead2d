// An order: what a step asks of the world besides a message. Steps draft it; the engine gives it an id and a place.
import type { Fields } from './event.ts';
import type { Instant } from './time.ts';

/** Hands a person to somebody on the team. */
interface TaskDraft {
  readonly kind: 'task';
  readonly title: string;
  /** Who should do it: a name, an address or a team. */
  readonly assignee?: string;
  readonly due: Instant;
  readonly note?: string;
}

/** Calls somebody else's server. `data` is what the step adds to what every call says. */
interface WebhookDraft {
  readonly kind: 'webhook';
  readonly url: string;
  readonly data: Fields;
}

/** Puts an event of ours on the bus, as if the person had done it. */
interface EmitDraft {
  readonly kind: 'emit';
  readonly event: string;
  readonly properties: Fields;
}

/** Within the engine: the same contact enters another campaign. */
interface EnrollDraft {
  readonly kind: 'enroll';
  readonly target: string;
  readonly properties: Fields;
}

/** Within the engine: the same contact leaves another campaign. */
interface LeaveDraft {
  readonly kind: 'leave';
  readonly target: string;
}

export type OrderDraft = TaskDraft | WebhookDraft | EmitDraft | EnrollDraft | LeaveDraft;

/** Where an order comes from. `step` is the step's id within `campaign`. */
export interface Origin {
  readonly contact: string;
  readonly campaign: string;
  readonly enrollment: string;
  readonly step: string;
  readonly at: Instant;
  /** How many campaigns in a row led here: one more than the event (or order) that began the enrollment. */
  readonly hops: number;
}

interface Placed extends Origin {
  /** The same at every repetition of the decision. */
  readonly id: string;
}

export type Task = TaskDraft & Placed;
export type WebhookOrder = WebhookDraft & Placed;
/** The engine emits events by itself, too, that come from no step. */
export type EmitOrder = EmitDraft & Pick<Placed, 'id' | 'contact' | 'at' | 'hops'>;

/** Orders that leave the engine by the outbox. */
export type Order = Task | WebhookOrder | EmitOrder;

/** Orders that the engine carries out itself, in the same decision. */
export type InnerOrder = (EnrollDraft | LeaveDraft) & Placed;

/** More than this many campaigns in a row are taken for a circle. */
export const mostHops = 5;

const prefix = {
  task: 'tsk',
  webhook: 'whk',
  emit: 'evt',
  enroll: 'ord',
  leave: 'ord',
} as const;

/** `number` tells apart the orders of one step. */
export const placed = <D extends OrderDraft>(
  draft: D,
  { origin, number = 0 }: { readonly origin: Origin; readonly number?: number },
  hash: (text: string) => string,
): D & Placed => ({
  ...draft,
  ...origin,
  id: `${prefix[draft.kind]}_${hash(`${origin.enrollment}/${origin.step}/${number}`)}`,
});
