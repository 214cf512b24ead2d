// Decide: one cause reaches one contact. Pure: the same inputs give the same decision, wherever and whenever.
import type { Cause } from '../model/cause.ts';
import { absorb } from './absorb.ts';
import { hearAccount } from './accounts.ts';
import { ring } from './alarm.ts';
import { applyChanges } from './apply-changes.ts';
import { call } from './call.ts';
import { command } from './command.ts';
import { hearConfirm } from './confirmation.ts';
import type { Draft, World } from './draft.ts';
import { note } from './draft.ts';
import { happened } from './happened.ts';
import { hearUnsent, hearUnsubscribe } from './hear.ts';
import { hearConsent } from './hear-consent.ts';
import { hearFeedback } from './hear-feedback.ts';
import { importInto } from './import.ts';
import { isApplied, remember } from './memory.ts';
import { hearPreferences } from './preferences.ts';
import { review } from './review.ts';
import { dueSegments } from './segments.ts';
import { settle } from './settle.ts';
import { hearSuppression } from './suppress.ts';

/** The same draft object comes back untouched when the cause changes nothing. Throws Missing for what is not loaded. */
export function decide(world: World, draft: Draft, cause: Cause): Draft {
  switch (cause.kind) {
    case 'alarm': {
      const then = { ...world, now: Math.max(world.now, cause.due) };
      const rung = ring(then, draft);
      const isIdle = rung === draft && dueSegments(then, draft).length === 0;
      return isIdle ? draft : settle(then, draft.contact, rung);
    }
    case 'absorb': {
      const absorbed = absorb(world, draft, cause);
      return absorbed === draft ? draft : settle(world, absorbed.contact, absorbed);
    }
    case 'account':
      return rest(world, draft, (known) => hearAccount(known, cause.account));
    // Heard anew every time it comes.
    case 'unsubscribe':
      return rest(world, draft, (fresh) => dispatch(world, fresh, cause));
    default: {
      if (isApplied(world, draft.contact, cause)) return draft;
      return rest(worldOf(world, cause), draft, (fresh) =>
        dispatch(world, remember(world, fresh, cause), cause),
      );
    }
  }
}

/** What is imported happened long ago, or somewhere else: nobody is let in for it. */
const worldOf = (world: World, { kind }: Cause): World =>
  kind === 'import' ? { ...world, silent: true } : world;

/** Applies, and lets what follows from it come to rest. */
function rest(world: World, draft: Draft, apply: (draft: Draft) => Draft): Draft {
  const applied = apply(draft);
  return applied === draft ? draft : settle(world, draft.contact, applied);
}

type Heard = Exclude<Cause, { kind: 'alarm' | 'absorb' | 'account' }>;

function dispatch(world: World, draft: Draft, cause: Heard): Draft {
  switch (cause.kind) {
    case 'event':
      return happened(world, draft, cause);
    case 'feedback':
      return hearFeedback(world, draft, cause);
    case 'note':
      return draft;
    case 'unsent':
      return hearUnsent(draft, cause);
    case 'unsubscribe':
      return hearUnsubscribe(world, draft, cause);
    case 'preferences':
      return hearPreferences(world, draft, cause);
    case 'confirm':
      return hearConfirm(world, draft, cause);
    case 'consent': {
      const { id, at, given, by: actor } = cause;
      const told = { id, given, at: Math.min(given.at ?? at, at), actor, hops: 0 };
      return hearConsent(world, draft, told);
    }
    case 'suppression':
      return hearSuppression(draft, cause);
    case 'review':
      return review(world, draft, cause);
    case 'call':
      return call(world, draft, cause);
    case 'edit': {
      const { changes, by } = cause;
      const changed = applyChanges(world, draft, changes);
      return note(changed, { kind: 'updated', changes, because: `by ${by}` });
    }
    case 'import': {
      const { row, by } = cause;
      const imported = importInto(world, draft, row, by);
      return note(imported, { kind: 'updated', changes: row.changes, because: `by ${by}` });
    }
    case 'command':
      return command(world, draft, cause);
    default:
      return cause satisfies never;
  }
}
