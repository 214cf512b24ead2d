// Tells what happened to every endpoint that is registered for it, by the queue of calls. Told again it keeps its id.

import type { Happened, Notify, WebhookEndpoints } from '../notice-ports.ts';
import type { CallQueue } from '../order-ports.ts';
import type { Hash } from '../ports.ts';
import type { Sent } from '../sending-ports.ts';

interface NotifyPorts {
  readonly endpoints: Pick<WebhookEndpoints, 'get'>;
  readonly calls: CallQueue;
}

export const createNotify =
  ({ endpoints, calls }: NotifyPorts): Notify =>
  async (happened) => {
    if (happened.length === 0) return;
    const all = (await endpoints.get()).filter(({ enabled }) => enabled);
    const notices = happened.flatMap((one) =>
      all
        .filter(({ events }) => events.includes(one.type))
        .map(({ id: endpoint }) => ({ ...one, kind: 'notice' as const, endpoint })),
    );
    // At once: what is told may be dated by a clock that is ahead of ours.
    await calls.send(notices.map((order) => ({ order, attempts: 0, due: 0 })));
  };

interface SentMail extends Sent {
  readonly contact: string;
  readonly campaign?: string;
  readonly template?: string;
}

/** That SES has sent it stands in no row. */
export const sentNotice = (hash: Hash, { at, contact, ...data }: SentMail): Happened => ({
  id: `evt_${hash(`${data.message}/message.sent`)}`,
  ...{ type: 'message.sent', contact, at, data: { ...data } },
});
