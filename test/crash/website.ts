// What people do on the website in the crash explorer's scenarios. Ids come from the moment, so that every run is alike.
import { send } from '../support/sender.ts';
import type { Workspace } from '../support/workspace.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export async function batch(
  { world, keys }: Workspace,
  ...events: readonly object[]
): Promise<void> {
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

export async function lead({ world, keys }: Workspace): Promise<void> {
  const form = new URLSearchParams({
    email: 'sara@example.com',
    first_name: 'Sara',
    consent: 'yes',
    consent_wording: 'Send me tips and offers',
    _id: 'form-1',
  });
  await send(world, 'ingest', {
    path: `/f/${keys.writeKey}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  await world.quiet();
}

export const identify = {
  type: 'identify',
  traits: { email: 'sara@example.com', first_name: 'Sara' },
};

export const track = (event: string, properties = {}) => ({ type: 'track', event, properties });

/** Somebody else than Sara. */
export const person = (userId: string, traits: object = {}) => ({
  type: 'identify',
  userId,
  traits: { email: `${userId}@example.com`, ...traits },
});
