// How a campaign's messages are sent: which rules of the workspace it obeys, and what it asks for besides.
import * as z from 'zod';
import { timeWindow } from './sending-window.ts';
import { durationText } from './time.ts';

export const sending = z.strictObject({
  /** Skips who got marketing within the workspace's smart-sending time. On unless switched off. */
  smartSending: z.optional(
    z.boolean().meta({
      title: 'Smart sending',
      default: true,
      description: 'Skips who got marketing just before.',
    }),
  ),
  /** Obeys the workspace's frequency caps. On unless switched off; then it does not count toward them. */
  caps: z.optional(
    z.boolean().meta({
      title: 'Frequency caps',
      default: true,
      description: 'Obeys the caps of the workspace.',
    }),
  ),
  /** Obeys the workspace's quiet hours, where it has any. On unless switched off. */
  quietHours: z.optional(
    z.boolean().meta({
      title: 'Quiet hours',
      default: true,
      description: 'Waits until the quiet hours of the workspace are over.',
    }),
  ),
  /** Sends only then, in the contact's zone; holds until it opens. */
  window: z.optional(
    timeWindow.meta({
      title: 'Only at these times',
      description: 'Days, hours or both, by the clocks where the contact lives.',
    }),
  ),
  /** Spreads what falls due at once over so long, each contact at a time of their own. */
  spread: z.optional(
    durationText.meta({
      title: 'Spread over',
      description: 'What falls due at once goes out bit by bit.',
    }),
  ),
  /** A message later than this is not sent any more. 72 hours unless said otherwise. */
  expires: z.optional(
    durationText.meta({ title: 'Not later than', description: '72 hours unless said otherwise.' }),
  ),
});

export type Sending = Readonly<z.infer<typeof sending>>;
