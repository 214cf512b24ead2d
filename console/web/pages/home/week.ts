// What the figures of a week come to.
import { type Money, sumsOf } from '../../../../workflows/model/money.ts';
import { extraOf, type Group } from '../../parts/values.ts';

interface Compared {
  readonly treatment: Group;
  readonly holdout: Group;
}

interface Week {
  readonly entered: number;
  readonly heldOut: number;
  /** What the treated brought. */
  readonly values: readonly Money[];
  /** Of it, what the held out would not have brought; undefined where nobody was held out. */
  readonly extra?: readonly Money[];
  /** By how much more of the treated reached the goal than of those held out, as a share; undefined without a comparison. */
  readonly lift?: number;
}

export function weekOf(campaigns: readonly Compared[]): Week {
  const compared = campaigns.filter(
    ({ treatment, holdout }) => treatment.entered > 0 && holdout.entered > 0,
  );
  const lift = liftOf(compared);
  const extra = compared.flatMap(({ treatment, holdout }) => extraOf(treatment, holdout) ?? []);
  return {
    entered: count(campaigns, ({ treatment, holdout }) => treatment.entered + holdout.entered),
    heldOut: count(campaigns, ({ holdout }) => holdout.entered),
    values: sumsOf(campaigns.flatMap(({ treatment }) => treatment.values)),
    ...(compared.length > 0 && { extra: sumsOf(extra) }),
    ...(lift !== undefined && { lift }),
  };
}

/** Goals of the treated, by what they would have been had all been held out: each campaign by its own control group. */
function liftOf(compared: readonly Compared[]): number | undefined {
  const expected = count(
    compared,
    ({ treatment, holdout }) => (holdout.goals / holdout.entered) * treatment.entered,
  );
  return expected > 0
    ? count(compared, ({ treatment }) => treatment.goals) / expected - 1
    : undefined;
}

const count = (all: readonly Compared[], of: (one: Compared) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);
