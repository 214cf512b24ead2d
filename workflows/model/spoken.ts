// A stretch of time in words, for the reasons that marketers read. Rounded down: it tells how long, not when.
import type { Milliseconds } from './time.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 hours", in the largest unit of which there are two or more, else of which there is one; "a moment" below a minute. */
export function spoken(time: Milliseconds): string {
  const found =
    units.find(([, size]) => time >= 2 * size) ?? units.find(([, size]) => time >= size);
  if (!found) return 'a moment';
  const [name, size] = found;
  const count = Math.floor(time / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
