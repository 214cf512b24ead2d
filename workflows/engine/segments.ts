// Segment membership: re-evaluated when something it depends on has changed, or when time alone may have changed it.
import type { SegmentVersion } from '../model/segment.ts';
import type { Touch } from '../triggers/trigger.ts';
import { ask, change, type Draft, note, type World } from './draft.ts';

interface Refreshed {
  readonly draft: Draft;
  /** Who entered and left what. */
  readonly moves: readonly Touch[];
}

/** Looks again at these segments, each once. */
export function refreshSegments(
  world: World,
  draft: Draft,
  segments: readonly SegmentVersion[],
): Refreshed {
  const single = [...new Map(segments.map((one) => [one.segment, one])).values()];
  return single.reduce<Refreshed>(
    (done, segment) => {
      const { draft: next, move } = refresh(world, done.draft, segment);
      return { draft: next, moves: move ? [...done.moves, move] : done.moves };
    },
    { draft, moves: [] },
  );
}

/** Segments whose turn it is by time alone. */
export const dueSegments = (world: World, { contact }: Draft): SegmentVersion[] =>
  dueRechecks(world, contact.rechecks, 'segment:').flatMap(
    (id) => world.playbook.segment(id) ?? [],
  );

/** A segment that is published no more is looked at no more. */
export const forgetGone = (world: World, draft: Draft): Draft =>
  dueRechecks(world, draft.contact.rechecks, 'segment:')
    .filter((id) => world.playbook.segment(id) === undefined)
    .reduce((current, id) => recheck(current, `segment:${id}`, undefined), draft);

export const dueRechecks = (
  { now }: World,
  rechecks: Readonly<Record<string, number>>,
  prefix: string,
): string[] =>
  Object.entries(rechecks)
    .filter(([key, at]) => key.startsWith(prefix) && at <= now)
    .map(([key]) => key.slice(prefix.length));

function refresh(
  world: World,
  draft: Draft,
  { segment, document }: SegmentVersion,
): { readonly draft: Draft; readonly move?: Touch } {
  const { held, because, until } = ask(world, draft, document.condition);
  // A moment that has come and changed nothing must not come again for ever.
  const again = until === undefined ? undefined : Math.max(until, world.now + 1);
  const armed = recheck(draft, `segment:${segment}`, again);
  const wasIn = Object.hasOwn(armed.contact.segments, segment);
  if (held === wasIn) return { draft: armed };
  const { [segment]: _, ...others } = armed.contact.segments;
  const segments = held ? { ...others, [segment]: world.now } : others;
  const kind = held ? 'segment_entered' : 'segment_left';
  const moved = note(change(armed, { segments }), { kind, segment, because });
  return { draft: moved, move: { kind: 'segment', segment, entered: held } };
}

/** Sets, moves or clears the moment at which time alone may change something. */
export function recheck(draft: Draft, key: string, at: number | undefined): Draft {
  const { rechecks } = draft.contact;
  if (rechecks[key] === at) return draft;
  const { [key]: _, ...others } = rechecks;
  return change(draft, { rechecks: at === undefined ? others : { ...others, [key]: at } });
}
