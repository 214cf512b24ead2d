// Two contacts that are one person: its walks. Inside one campaign nobody walks twice: whoever is further along stays,
// and knows what the other was sent.
import { budget } from '../model/budget.ts';
import type { Enrollment } from '../model/enrollment.ts';
import { change, type Draft, keep, type World } from './draft.ts';
import { leave } from './end.ts';
import { isInside } from './refusals.ts';

const because = 'merged: another walk of the campaign goes on';

/** One walk of each campaign goes on, and no more than there is room for. */
export function singleWalks(world: World, draft: Draft): Draft {
  const inside = draft.contact.enrollments.filter(isInside);
  const rivals = [...Map.groupBy(inside, ({ campaign }) => campaign).values()];
  return withRoom(
    world,
    rivals.reduce((current, all) => single(world, current, all), draft),
  );
}

function single(world: World, draft: Draft, rivals: readonly Enrollment[]): Draft {
  const [first, ...others] = [...rivals].sort(byProgress(world));
  if (!first || others.length === 0) return draft;
  const ended = others.reduce((current, one) => endWalk(current, one), draft);
  const sent = [...new Set(rivals.flatMap((one) => one.sent ?? []))];
  return sent.length > 0 ? keep(ended, { ...first, sent }) : ended;
}

/** Held-out people walk through no steps: there is nothing to leave, and one of them counts. */
function endWalk(draft: Draft, one: Enrollment): Draft {
  if (one.step !== undefined) return leave(draft, one, because);
  return change(draft, {
    enrollments: draft.contact.enrollments.filter(({ id }) => id !== one.id),
  });
}

/** Who walks comes before who is held out; then who got more, who is nearer to the end, and who came first. */
const byProgress =
  (world: World) =>
  (one: Enrollment, other: Enrollment): number =>
    Number(one.step === undefined) - Number(other.step === undefined) ||
    (other.sent?.length ?? 0) - (one.sent?.length ?? 0) ||
    left(world, one) - left(world, other) ||
    one.triggeredAt - other.triggeredAt ||
    (one.id < other.id ? -1 : 1);

/** Steps that lie behind its own in the document: those of a program are laid from the last to the first. */
function left({ playbook }: World, { campaign, version, step = '' }: Enrollment): number {
  const ids = [...playbook.version(campaign, version).program.nodes.keys()];
  const index = ids.indexOf(step);
  return index < 0 ? ids.length : index;
}

/** Those that only wait for a late goal go first, then the walks that have come least far. */
function withRoom(world: World, draft: Draft): Draft {
  const all = draft.contact.enrollments;
  const most = budget.enrollments;
  if (all.length <= most) return draft;
  const walking = all.filter(({ step }) => step !== undefined).sort(byProgress(world));
  const waiting = all.filter(({ step }) => step === undefined);
  const kept = new Set([...walking, ...waiting].slice(0, most));
  const left = walking
    .slice(most)
    .reduce((current, one) => leave(current, one, 'merged: no room for it'), draft);
  return change(left, { enrollments: left.contact.enrollments.filter((one) => kept.has(one)) });
}
