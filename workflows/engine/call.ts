// A call: the API or a broadcast asks one campaign to let the contact in. Its own trigger's condition is not asked.
import type { Cause } from '../model/cause.ts';
import { type Draft, note, type World } from './draft.ts';
import { enter } from './enter.ts';

export function call(world: World, draft: Draft, cause: Extract<Cause, { kind: 'call' }>): Draft {
  const { id, at, campaign, properties, by } = cause;
  const published = world.playbook.campaign(campaign);
  if (!published) {
    const because = 'it is not published';
    return note(draft, { kind: 'not_entered', campaign, reason: 'stopped', because });
  }
  const because = by === 'broadcast' ? 'the broadcast reached it' : 'the API asked for it';
  return enter(world, draft, published, { id, at, properties, admission: { held: true, because } });
}
