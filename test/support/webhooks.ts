// A source of webhooks as an owner connects it, and a sender that signs as the standard's own library does.
import { Webhook } from 'standardwebhooks';
import type { HookSource } from '../../functions/source-ports.ts';
import type { Sent } from './door.ts';

export const secretOf = (byte: number): string =>
  `whsec_${Buffer.alloc(32, byte).toString('base64')}`;

export const hookSource = (others: Partial<HookSource> = {}): HookSource => ({
  name: 'billing',
  kind: 'standard-webhooks',
  secrets: [{ id: 'sec_1', secret: secretOf(1), addedAt: 0 }],
  settings: {},
  at: 0,
  by: 'ann',
  ...others,
});

interface Signing {
  readonly secret?: string;
  readonly id?: string;
  readonly name?: string;
  readonly at?: number;
}

/** A signed request with that body. */
export function webhook(body: unknown, signing: Signing = {}): Sent {
  const { secret = secretOf(1), id = 'msg_1', name = 'billing', at = Date.now() } = signing;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    path: `/hooks/${name}`,
    headers: {
      'Content-Type': 'application/json',
      'Webhook-Id': id,
      'Webhook-Timestamp': `${Math.floor(at / 1000)}`,
      'Webhook-Signature': new Webhook(secret).sign(id, new Date(at), text),
    },
    body: text,
  };
}

export const paid = {
  type: 'Invoice Paid',
  timestamp: '2026-11-22T09:00:00Z',
  data: { email: 'sara@example.com', total: 12.5, invoice: 'inv_1' },
};
