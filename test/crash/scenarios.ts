// What the crash explorer runs: the two programs, as people go through them.
import { send } from '../support/sender.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const day = 86_400_000;

export interface Scenario {
  readonly name: string;
  /** Mails of an undisturbed run. */
  readonly mails: number;
  run(workspace: Workspace): Promise<void>;
}

async function batch({ world, keys }: Workspace, ...events: readonly object[]): Promise<void> {
  const timestamp = new Date(world.now()).toISOString();
  const body = JSON.stringify({
    batch: events.map((event, index) => ({
      userId: 'u-1',
      timestamp,
      messageId: `${timestamp}/${index}/${(event as { event?: string }).event}`,
      ...event,
    })),
    writeKey: keys.writeKey,
  });
  await send(world, 'ingest', { path: '/v1/batch', body });
  await world.quiet();
}

async function lead({ world, keys }: Workspace): Promise<void> {
  const form = new URLSearchParams({
    email: 'sara@example.com',
    first_name: 'Sara',
    consent: 'Yes, send me tips and offers',
    _id: 'form-1',
  });
  await send(world, 'ingest', {
    path: `/f/${keys.writeKey}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  await world.quiet();
}

const identify = { type: 'identify', traits: { email: 'sara@example.com', first_name: 'Sara' } };
const track = (event: string, properties = {}) => ({ type: 'track', event, properties });

export const scenarios: readonly Scenario[] = [
  {
    name: 'event-based',
    mails: 1,
    run: async (workspace) => {
      await batch(workspace, identify);
      // Whatever died is done again within minutes; the call is logged after that.
      await workspace.world.advance(10 * minute);
      await batch(workspace, track('Support Call Logged', { topic: 'credit card interest rate' }));
      await workspace.world.advance(day);
      await batch(workspace, track('Retention Offer Accepted'));
      await workspace.world.advance(day);
    },
  },
  {
    name: 'drip-nurture',
    mails: 3,
    run: async (workspace) => {
      await lead(workspace);
      await workspace.world.advance(12 * day);
    },
  },
  {
    name: 'drip-nurture, left for a demo',
    mails: 2,
    run: async (workspace) => {
      await lead(workspace);
      await workspace.world.advance(4 * day);
      await batch(workspace, identify, track('Demo Booked'));
      await workspace.world.advance(8 * day);
    },
  },
];
