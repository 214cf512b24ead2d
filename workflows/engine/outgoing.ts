// Who sends first, where several ask to at once: the campaign of higher priority, then what has been due the longest.
// The ids at the end, so that nothing depends on the order in which campaigns are listed.
import type { Enrollment } from '../model/enrollment.ts';
import { dispatch } from './dispatch.ts';
import type { Draft, World } from './draft.ts';
import { exitByCondition } from './end.ts';
import { nodeAt } from './moment.ts';
import type { RunnableVersion } from './program.ts';
import { walk } from './walk.ts';

interface Asking {
  readonly enrollment: Enrollment;
  readonly version: RunnableVersion;
}

/** Judges the message whose turn it is, and walks on behind it. */
export function sendNext(world: World, draft: Draft): Draft {
  const [first, ...others] = draft.asking
    .flatMap((id) => draft.contact.enrollments.filter((one) => one.id === id && isAsking(one)))
    .map(
      (one): Asking => ({
        enrollment: one,
        version: world.playbook.version(one.campaign, one.version),
      }),
    )
    .sort(byTurn);
  const asking = others.map(({ enrollment }) => enrollment.id);
  return first ? send(world, { ...draft, asking }, first) : { ...draft, asking };
}

/** Something may have led out of the campaign meanwhile. */
const isAsking = ({ step, dueSince }: Enrollment) => step !== undefined && dueSince !== undefined;

const byTurn = (one: Asking, other: Asking): number =>
  one.version.document.priority - other.version.document.priority ||
  (one.enrollment.dueSince ?? 0) - (other.enrollment.dueSince ?? 0) ||
  compare(one.enrollment.campaign, other.enrollment.campaign) ||
  compare(one.enrollment.id, other.enrollment.id);

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

function send(world: World, draft: Draft, { enrollment, version }: Asking): Draft {
  const exited = exitByCondition(world, draft, enrollment);
  if (exited !== draft) return exited;
  const node = nodeAt(version, enrollment.step ?? '');
  const [template = ''] = node.type.templates?.(node.step) ?? [];
  const walker = { world, version, enrollment, movedAt: enrollment.since ?? world.now };
  const sent = dispatch(walker, draft, { node, template });
  if ('rests' in sent) return sent.rests;
  return walk(walker, sent.draft, node.next);
}
