// What arrived between two looks at the figures of sources.
import { figuresOf, type Source } from '../source.ts';

export interface Arrival {
  readonly id: string;
  readonly at: number;
  readonly source: string;
  readonly kind: string;
  readonly taken: number;
  readonly setAside: number;
  readonly refused: number;
}

const keyOf = ({ kind, name }: Pick<Source, 'kind' | 'name'>): string => `${kind} ${name}`;

/** One for each source whose figures grew. Figures that shrink are a day that is no longer among the thirty. */
export function arrivalsOf(
  before: readonly Source[],
  now: readonly Source[],
  at: number,
): readonly Arrival[] {
  const known = new Map(before.map((one) => [keyOf(one), figuresOf(one)]));
  return now.flatMap((one) => {
    const was = known.get(keyOf(one));
    if (!was) return [];
    const is = figuresOf(one);
    const taken = Math.max(0, is.accepted + is.repeated - was.accepted - was.repeated);
    const setAside = Math.max(0, is.rejected - was.rejected);
    const refused = Math.max(0, is.refused - was.refused);
    if (taken + setAside + refused === 0) return [];
    return [
      { id: `${at} ${keyOf(one)}`, at, source: one.name, kind: one.kind, taken, setAside, refused },
    ];
  });
}
