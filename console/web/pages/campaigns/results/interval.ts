// The difference between two shares with its interval: Newcombe's hybrid score method (Newcombe 1998, method 10), from the
// intervals of Wilson (1927) for each. It holds for small groups too, and never leaves the range of shares.

const z = 1.959963984540054;

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of `part` among `whole`, at 95 %. */
function wilson(part: number, whole: number): Interval {
  const share = part / whole;
  const scale = 1 + z ** 2 / whole;
  const center = (share + z ** 2 / (2 * whole)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) };
}

interface Group {
  readonly entered: number;
  readonly goals: number;
}

export interface Lift extends Interval {
  /** Of shares: 0.02 is two points in a hundred. */
  readonly difference: number;
}

/** Undefined while one of the groups is empty, or counts more goals than people. */
export function lift(treated: Group, heldOut: Group): Lift | undefined {
  const isCounted = ({ entered, goals }: Group) => entered > 0 && goals <= entered;
  if (!isCounted(treated) || !isCounted(heldOut)) return undefined;
  const [p, q] = [treated.goals / treated.entered, heldOut.goals / heldOut.entered];
  const [a, b] = [wilson(treated.goals, treated.entered), wilson(heldOut.goals, heldOut.entered)];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}
