// Carries out orders: opens tasks, queues calls, and puts events of ours where events come in. Doing it twice harms
// nothing: a task is opened once, and calls and events keep their ids.
import type { Event, Fields } from '../../workflows/model/event.ts';
import type { EmitOrder, Order, Task, WebhookOrder } from '../../workflows/model/order.ts';
import type { CallQueue, Tasks } from '../order-ports.ts';
import { type Place, pack } from './envelopes.ts';

interface CarryOutPorts {
  readonly tasks: Pick<Tasks, 'open'>;
  readonly calls: CallQueue;
  readonly inbox: Place;
}

/** Throws when something was not taken. */
export async function carryOut(
  { tasks, calls, inbox }: CarryOutPorts,
  orders: readonly Order[],
): Promise<void> {
  if (orders.length === 0) return;
  const isTask = (order: Order): order is Task => order.kind === 'task';
  const isWebhook = (order: Order): order is WebhookOrder => order.kind === 'webhook';
  const isEmit = (order: Order): order is EmitOrder => order.kind === 'emit';
  await Promise.all([
    tasks.open(orders.filter(isTask)),
    calls.send(orders.filter(isWebhook).map((order) => ({ order, attempts: 0, due: order.at }))),
    putEvents(inbox, orders.filter(isEmit).map(toEvent)),
  ]);
}

/** By the queue before the bus, where events are packed. */
export async function putEvents(inbox: Place, events: readonly Event[]): Promise<void> {
  const left = await inbox.keep(pack(events, (event) => JSON.stringify(event)));
  if (left.length > 0) throw new Error(`${left.length} envelopes of our own events were not taken`);
}

const toEvent = ({ id, event, properties, contact, at, hops }: EmitOrder): Event =>
  ourEvent({ id, name: event, contact, at, hops, properties, source: 'campaign' });

interface OurEvent {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly at: number;
  readonly properties: Fields;
  readonly source: string;
  readonly hops?: number;
}

/** An event that no source has brought: it names its contact. */
export const ourEvent = ({ at, ...said }: OurEvent): Event =>
  ({ type: 'track', timestamp: at, receivedAt: at, ...said }) as Event;
