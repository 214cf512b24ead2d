// What the figures of a week come to.

interface Group {
  readonly entered: number;
  readonly goals: number;
  /** Decimal text. */
  readonly value: string;
}

interface Sum {
  readonly entered: number;
  readonly goals: number;
  readonly value: number;
}

export const sumOf = (groups: readonly Group[]): Sum =>
  groups.reduce(
    (sum, { entered, goals, value }) => ({
      entered: sum.entered + entered,
      goals: sum.goals + goals,
      value: sum.value + Number(value),
    }),
    { entered: 0, goals: 0, value: 0 },
  );

type Reached = Pick<Sum, 'entered' | 'goals'>;

const rateOf = ({ entered, goals }: Reached): number => (entered > 0 ? goals / entered : 0);

/** By how much more of the treated reached the goal than of those held out, as a share; undefined without a comparison. */
export function liftOf(treated: Reached, heldOut: Reached): number | undefined {
  const base = rateOf(heldOut);
  return treated.entered > 0 && base > 0 ? rateOf(treated) / base - 1 : undefined;
}
