// What the timeline tells of a message that did not simply leave. A later state of it takes the row's place. What will
// not leave any more is told to its contact too, which holds a place for it.
import { toldOf } from '../../workflows/engine/hear.ts';
import type { Unsent } from '../../workflows/model/cause.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { Message } from '../../workflows/model/message.ts';
import type { Timeline, TimelineRow } from '../ports.ts';
import type { Mark, UnsentQueue } from '../sending-ports.ts';

export interface TellPorts {
  readonly timeline: Pick<Timeline, 'put'>;
  readonly unsent: Pick<UnsentQueue, 'put'>;
}

export interface Fate {
  readonly message: Message;
  readonly state: Mark['state'];
  readonly because: string;
}

/** Told twice it is the same. */
export async function tellFates(ports: TellPorts, fates: readonly Fate[]): Promise<void> {
  await ports.timeline.put(fates.map(rowOf));
  await ports.unsent.put(fates.flatMap(unsentIn));
}

const rowOf = (fate: Fate): TimelineRow => ({
  contact: fate.message.contact,
  at: fate.message.requestedAt,
  kind: 'message',
  id: fate.message.id,
  about: aboutMessage(fate.message, fate),
  transitions: unsentIn(fate).map(toldOf),
});

export const aboutMessage = (
  { campaign, version, step, template }: Unsent['message'],
  { state, because }: Pick<Fate, 'state' | 'because'>,
): Fields => ({ state, because, campaign, version, step, template });

function unsentIn({ message, state, because }: Fate): Unsent[] {
  if (state !== 'withheld' && state !== 'failed' && state !== 'skipped') return [];
  const { event: _, offer: __, zone: ___, bulk: ____, expiresAt: _____, ...rest } = message;
  return [{ state, because, message: rest }];
}
