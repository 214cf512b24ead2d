// The cause that a turn of a life brings to the contact.
import type { Cause, Command } from '../../workflows/model/cause.ts';
import type { Turn } from './arbitrary-turns.ts';
import { eventCause } from './engine.ts';
import type { LiveWorld } from './live-world.ts';

/** Turns that reach the contact by themselves. */
export type Caused = Extract<
  Turn,
  { do: 'event' | 'feedback' | 'unsubscribe' | 'alarm' | 'call' | 'edit' | 'command' }
>;

interface When {
  readonly id: string;
  readonly now: number;
  readonly world: LiveWorld;
}

export function causeOf(turn: Caused, { id, now, world }: When): Cause {
  const identified = { id, at: now };
  switch (turn.do) {
    case 'event': {
      const given = { id, receivedAt: now, ...turn.said };
      return eventCause(turn.said.name ?? '', now - turn.ago, given);
    }
    case 'feedback': {
      const { type, address } = turn;
      const feedback = { type, address, message: 'msg_any', detail: 'General' };
      return { kind: 'feedback', ...identified, feedback };
    }
    case 'unsubscribe':
      return {
        kind: 'unsubscribe',
        ...identified,
        method: 'preference_page',
        message: 'msg_any',
      };
    case 'alarm':
      return { kind: 'alarm', due: now - turn.late, revision: 0 };
    case 'call': {
      const campaign = named(world, turn.which);
      return { kind: 'call', ...identified, campaign, properties: { count: 1 }, by: turn.by };
    }
    case 'edit':
      return { kind: 'edit', ...identified, changes: turn.changes, by: 'a marketer' };
    case 'command': {
      const command = possible(turn.command, world.newest(turn.which));
      return { kind: 'command', ...identified, campaign: named(world, turn.which), command };
    }
    default:
      return turn satisfies never;
  }
}

const named = ({ campaigns }: LiveWorld, which: number) =>
  campaigns[which % campaigns.length] ?? '';

/** Nobody is moved to a version that is not published. */
const possible = (command: Command, newest: number): Command =>
  command.do === 'move' ? { ...command, version: Math.min(command.version, newest) } : command;
