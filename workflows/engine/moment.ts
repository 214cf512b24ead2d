// Where a walk is: the enrollment, its version, and what a step there may know.
import type { Enrollment } from '../model/enrollment.ts';
import type { MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Moment } from '../steps/step.ts';
import { catalogOf, stockOf } from './catalog.ts';
import { type Draft, subjectOf, type World } from './draft.ts';
import type { Node, RunnableVersion } from './program.ts';

export interface Walker {
  readonly world: World;
  readonly version: RunnableVersion;
  readonly enrollment: Enrollment;
  /**
   * When what moves it happened, or was due. Work may come minutes later, and what people do
   * meanwhile must not fall between two steps.
   */
  readonly movedAt: Instant;
  /** Leaves out the messages that it comes by, up to the next wait. */
  readonly skips?: true;
}

/** `step` is the one that runs: where the enrollment waits, unless it arrives just now. */
export const momentOf = (
  { world, version, enrollment, movedAt }: Walker,
  draft: Draft,
  step: string = enrollment.step ?? '',
): Moment => {
  const { contact } = draft;
  const since = enrollment.triggeredAt;
  const own = subjectOf(world, contact, { properties: enrollment.event, since });
  return {
    step,
    contact,
    enrollment,
    basis: version.document.basis,
    now: world.now,
    movedAt: Math.min(movedAt, world.now),
    get zone() {
      return own.zone;
    },
    workspace: world.workspace,
    hash: world.hash,
    subject: (properties) =>
      properties === undefined ? own : subjectOf(world, contact, { properties, since }),
    kindOf: (template) => kindOf(version, template),
    catalog: () => catalogOf(world),
    stock: (offer, grant) => stockOf(world, offer, grant),
  };
};

/** A template of unknown kind is held to the stricter rules. */
export const kindOf = ({ kinds }: RunnableVersion, template: string): MessageKind =>
  (Object.hasOwn(kinds, template) && kinds[template]) || 'marketing';

export const inside = ({ enrollment }: Pick<Walker, 'enrollment'>) => ({
  campaign: enrollment.campaign,
  enrollment: enrollment.id,
});

export function nodeAt(version: RunnableVersion, step: string): Node {
  const node = version.program.nodes.get(step);
  if (!node) throw new Error(`${version.campaign} v${version.version} has no step ${step}`);
  return node;
}

/** An enrollment that waits nowhere. */
export function settled(enrollment: Enrollment): Enrollment {
  const { step: _, since: __, until: ___, dueSince: ____, parked: _____, ...rest } = enrollment;
  return rest;
}
