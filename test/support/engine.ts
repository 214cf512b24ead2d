// The engine by hand: a world at a given moment, and causes as they reach a contact.
import { hash } from '../../functions/adapters/keys.ts';
import type { World } from '../../workflows/engine/draft.ts';
import type { RunnableVersion } from '../../workflows/engine/program.ts';
import { routes } from '../../workflows/engine/route.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import type { Event } from '../../workflows/model/event.ts';

/** The last of several versions of one campaign is live; the earlier ones still run for those inside. */
export function worldOf(versions: readonly RunnableVersion[], now: number): World {
  const live = new Map(versions.map((one) => [one.campaign, one]));
  const find = (campaign: string, version: number) =>
    versions.find((one) => one.campaign === campaign && one.version === version);
  return {
    now,
    hash,
    playbook: {
      routes: routes([...live.values()]),
      version: (campaign, version) => {
        const found = find(campaign, version);
        if (!found) throw new Error(`No campaign version ${campaign}@${version}`);
        return found;
      },
    },
  };
}

/** An event that was received when it happened, unless `given` says otherwise. */
export function eventCause(
  name: string,
  at: number,
  given: Partial<Event> = {},
): Extract<Cause, { kind: 'event' }> {
  const event: Event = {
    id: `${name}@${at}`,
    type: 'track',
    name,
    user: 'sara',
    timestamp: at,
    receivedAt: at,
    source: 'test',
    ...given,
  };
  return { kind: 'event', id: event.id, at: event.receivedAt, event };
}
