// What the keyboard does on the canvas: arrows look for the nearest thing in their direction, other keys do something.
import { type Drawn, sizes } from '../steps/layout.ts';
import type { Place } from '../steps/tree.ts';
import type { Steps } from './use-steps.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Deed {
  run(steps: Steps, place: Place): void;
}

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const remove: Deed = { run: (steps, place) => steps.remove(place) };

const deeds: Readonly<Record<string, Deed>> = {
  Delete: remove,
  Backspace: remove,
  'Alt+ArrowUp': { run: (steps, place) => steps.nudge(place, -1) },
  'Alt+ArrowDown': { run: (steps, place) => steps.nudge(place, 1) },
  'Mod+d': { run: (steps, place) => steps.duplicate(place) },
};

/** Where to look, or what to do; undefined when the key is not the canvas's. */
export function keyDeed({ key, altKey, ctrlKey, metaKey }: Pressed): Direction | Deed | undefined {
  const name = `${altKey ? 'Alt+' : ''}${ctrlKey || metaKey ? 'Mod+' : ''}${key}`;
  return directions[name] ?? deeds[name];
}

const centerOf = (one: Drawn) => ({
  x: one.x + sizes[one.kind].width / 2,
  y: one.y + sizes[one.kind].height / 2,
});

const focusable: ReadonlySet<Drawn['kind']> = new Set(['start', 'step', 'add']);

/** The nearest in that direction; what lies aside counts as farther. */
export function nearest(
  drawn: readonly Drawn[],
  here: Drawn,
  direction: Direction,
): Drawn | undefined {
  const from = centerOf(here);
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  const far = (one: Drawn) => {
    const to = centerOf(one);
    const [along, aside] = isAcross
      ? [to.x - from.x, to.y - from.y]
      : [to.y - from.y, to.x - from.x];
    return along * sign > 0 ? along * sign + Math.abs(aside) * 2 : Number.POSITIVE_INFINITY;
  };
  const found = drawn
    .filter((one) => one !== here && focusable.has(one.kind))
    .map((one) => ({ one, away: far(one) }))
    .filter(({ away }) => away < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.away - b.away);
  return found[0]?.one;
}
