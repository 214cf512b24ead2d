// What a step keeps in the enrollment. Arms of splits are kept with the entry as well, for whoever comes again.
import type { Enrollment } from '../model/enrollment.ts';
import type { Keeps } from '../steps/step.ts';
import { change, type Draft, keep } from './draft.ts';
import type { RunnableVersion } from './program.ts';

export function keepWith(draft: Draft, enrollment: Enrollment, keeps: Keeps): Draft {
  const kept = keep(draft, { ...enrollment, ...keeps });
  const { entries } = kept.contact;
  const { campaign } = enrollment;
  const entry = entries[campaign];
  if (!keeps.arms || !entry) return kept;
  return change(kept, { entries: { ...entries, [campaign]: { ...entry, arms: keeps.arms } } });
}

/** The arms an earlier walk took, of the steps that are still there. */
export function armsOf(
  { program }: RunnableVersion,
  known: Enrollment['arms'],
): Pick<Enrollment, 'arms'> {
  const arms = Object.entries(known ?? {}).filter(([step]) => program.nodes.has(step));
  return arms.length > 0 ? { arms: Object.fromEntries(arms) } : {};
}
