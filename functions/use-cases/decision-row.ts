// What the timeline tells of a cause, and where: what happened, and what was decided about it.
import type { World } from '../../workflows/engine/draft.ts';
import type { Cause, PreferenceChanges } from '../../workflows/model/cause.ts';
import type { Fields } from '../../workflows/model/event.ts';
import { present } from '../../workflows/model/present.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import type { TimelineRow } from '../ports.ts';
import { aboutMessage } from './message-row.ts';

/** Where a cause stands in the timeline. It is the same at every delivery. */
export function placeOf(cause: Cause): Pick<TimelineRow, 'at' | 'kind' | 'id'> {
  switch (cause.kind) {
    case 'event':
      return { at: cause.event.timestamp, kind: 'event', id: cause.id };
    case 'alarm':
      return { at: cause.due, kind: 'alarm', id: String(cause.due) };
    case 'unsent':
      return { at: cause.at, kind: 'message', id: cause.id };
    default:
      return { at: cause.at, kind: cause.kind, id: cause.id };
  }
}

interface Told {
  readonly cause: Cause;
  readonly transitions: readonly Transition[];
}

export const rowOf = (
  world: World,
  contact: string,
  { cause, transitions }: Told,
): TimelineRow => ({
  // A message's row stands with the contact that it was written to, whoever that is by now.
  contact: cause.kind === 'unsent' ? cause.unsent.message.contact : contact,
  ...placeOf(cause),
  about: aboutOf(world, cause),
  transitions,
});

function aboutOf(world: World, cause: Cause): Fields {
  switch (cause.kind) {
    case 'event': {
      const { name, source, properties = {} } = cause.event;
      return { name, source, properties: properties as Fields };
    }
    case 'alarm':
      return { due: cause.due, late: Math.max(0, world.now - cause.due) };
    case 'feedback':
      return { ...cause.feedback };
    case 'unsent':
      return aboutMessage(cause.unsent.message, cause.unsent);
    case 'unsubscribe':
      return { method: cause.method, message: cause.message };
    case 'preferences': {
      const { method, message, changes } = cause;
      return { method, ...(message !== undefined && { message }), ...asFields(changes) };
    }
    case 'confirm':
      return { message: cause.message };
    case 'consent': {
      const { status, method } = cause.given;
      return { by: cause.by, status, method };
    }
    case 'suppression':
      return { by: cause.by, do: cause.do, address: cause.address, because: cause.because };
    case 'note':
      return { by: cause.by, text: cause.text };
    case 'review':
      return { ...cause.of };
    case 'call':
      return { campaign: cause.campaign, by: cause.by, properties: cause.properties };
    case 'edit':
    case 'import':
      return { by: cause.by };
    case 'account':
      return { account: cause.account.id };
    case 'absorb':
      return aboutAbsorbed(cause);
    case 'command':
      return { campaign: cause.campaign, do: cause.command.do };
    default:
      return cause satisfies never;
  }
}

const asFields = ({ all, topics, language, ...others }: PreferenceChanges): Fields => ({
  ...(all !== undefined && { all }),
  ...(topics !== undefined && { topics }),
  ...present({ language, ...others }),
});

/** With its attributes, of which those that were older than the survivor's stand nowhere else. */
const aboutAbsorbed = ({ from, because }: Extract<Cause, { kind: 'absorb' }>): Fields => ({
  contact: from.id,
  because,
  identities: from.identities,
  traits: from.traits,
});
