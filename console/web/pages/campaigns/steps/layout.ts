// Where the steps of a campaign are drawn: from the top down, paths beside one another, joined again below. Pure: the
// same steps are always drawn alike, and nobody arranges anything by hand.
import type { Lane } from './kinds.ts';
import { type Fields, type Gap, type Place, type Step, stepsAt } from './tree.ts';

export const sizes = {
  step: { width: 260, height: 104 },
  start: { width: 260, height: 84 },
  end: { width: 160, height: 40 },
  lane: { width: 120, height: 26 },
  add: { width: 28, height: 28 },
  join: { width: 8, height: 8 },
} as const;

/** Between one step and the next, where another may be put. */
const gap = 64;
const fork = 44;
const beside = 40;
/** Above the point where paths meet again. */
const meet = 16;

export interface Drawn {
  readonly id: string;
  readonly kind: keyof typeof sizes;
  /** Of its upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Of a step; of a path the step that it begins in. */
  readonly place?: Place;
  /** Where it would put a step. */
  readonly gap?: Gap;
  /** Of a path. */
  readonly name?: string;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** Whether it turns right below where it begins, or right above where it ends. */
  readonly turns: 'early' | 'late';
}

export interface Drawing {
  readonly drawn: readonly Drawn[];
  readonly lines: readonly Line[];
}

export interface Known {
  lanesOf(step: Step, place: Place): readonly Lane[];
  straightOn(step: Step): string | undefined;
}

/** Of a document's steps; the trigger stands above them and the end below. */
export function layout(document: Fields, known: Known): Drawing {
  const page = new Page(document, known);
  page.put({ id: 'start', kind: 'start' }, 0, 0);
  const { ends, bottom } = page.list(['steps'], 0, sizes.start.height, ['start']);
  page.put({ id: 'end', kind: 'end' }, 0, bottom);
  page.join(ends, 'end', 'late');
  return page;
}

interface Ended {
  /** What the next thing is joined to. */
  readonly ends: readonly string[];
  readonly bottom: number;
}

interface Column {
  readonly name: string;
  readonly list?: Place;
  readonly width: number;
}

const idOf = (place: Place): string => place.join('.');

class Page implements Drawing {
  readonly drawn: Drawn[] = [];
  readonly lines: Line[] = [];
  readonly #document: Fields;
  readonly #known: Known;

  constructor(document: Fields, known: Known) {
    this.#document = document;
    this.#known = known;
  }

  /** Centered on x. */
  put(one: Omit<Drawn, 'x' | 'y'>, x: number, y: number): void {
    this.drawn.push({ ...one, x: x - sizes[one.kind].width / 2, y });
  }

  join(from: readonly string[], to: string, turns: Line['turns'] = 'early'): void {
    this.lines.push(...from.map((one) => ({ from: one, to, turns })));
  }

  list(list: Place, x: number, top: number, from: readonly string[]): Ended {
    let ended: Ended = { ends: from, bottom: top };
    for (const [index, step] of stepsAt(this.#document, list).entries()) {
      const above = this.#add({ list, index }, x, ended);
      ended = this.#step(step, [...list, index], x, above);
    }
    const index = stepsAt(this.#document, list).length;
    return this.#add({ list, index }, x, ended);
  }

  #add(at: Gap, x: number, { ends, bottom }: Ended): Ended {
    const id = `add ${idOf([...at.list, at.index])}`;
    this.put({ id, kind: 'add', gap: at }, x, bottom + (gap - sizes.add.height) / 2);
    this.join(ends, id);
    return { ends: [id], bottom: bottom + gap };
  }

  #step(step: Step, place: Place, x: number, { ends, bottom }: Ended): Ended {
    const id = idOf(place);
    this.put({ id, kind: 'step', place }, x, bottom);
    this.join(ends, id);
    const below = bottom + sizes.step.height;
    const columns = this.#columns(step, place);
    if (columns.length === 0) return { ends: [id], bottom: below };
    return this.#columnsBelow(columns, place, x, below);
  }

  #columnsBelow(columns: readonly Column[], place: Place, x: number, top: number): Ended {
    let left = x - widthOf(columns) / 2;
    const ended = columns.map((column) => {
      const center = left + column.width / 2;
      left += column.width + beside;
      return this.#column(column, place, center, top + fork);
    });
    const id = `join ${idOf(place)}`;
    const bottom = Math.max(...ended.map((one) => one.bottom)) + meet;
    this.put({ id, kind: 'join' }, x, bottom);
    this.join(
      ended.flatMap(({ ends }) => ends),
      id,
      'late',
    );
    return { ends: [id], bottom: bottom + sizes.join.height };
  }

  #column({ name, list }: Column, place: Place, x: number, top: number): Ended {
    const id = `lane ${idOf(place)} ${name}`;
    this.put({ id, kind: 'lane', place, name }, x, top);
    this.join([idOf(place)], id);
    const bottom = top + sizes.lane.height;
    return list ? this.list(list, x, bottom, [id]) : { ends: [id], bottom: bottom + gap };
  }

  #columns(step: Step, place: Place): Column[] {
    const lanes = this.#known.lanesOf(step, place);
    if (lanes.length === 0) return [];
    const straight = this.#known.straightOn(step);
    return [
      ...(straight === undefined ? [] : [{ name: straight, width: sizes.lane.width }]),
      ...lanes.map(({ name, list }) => ({ name, list, width: this.#widthOf(list) })),
    ];
  }

  #widthOf(list: Place): number {
    const widths = stepsAt(this.#document, list).map((step, index) =>
      Math.max(sizes.step.width, widthOf(this.#columns(step, [...list, index]))),
    );
    return Math.max(sizes.lane.width, ...widths);
  }
}

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, { width }) => sum + width, beside * Math.max(0, columns.length - 1));
