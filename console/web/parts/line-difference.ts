// How one text became another, line by line: what was taken out, what was put in, and the lines around it.

export interface Line {
  /** Its place among what is shown. */
  readonly at: number;
  /** 'folded' stands for lines that are the same, as many as its text says. */
  readonly kind: Kind | 'folded';
  readonly text: string;
}

type Kind = 'same' | 'removed' | 'added';

interface Told {
  readonly kind: Line['kind'];
  readonly text: string;
}

/** Above so many comparisons everything between the first and the last change counts as changed. */
const most = 4_000_000;

/** With so many lines around each change. */
export function differenceOf(before: string, after: string, around = 3): Line[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const head = sameAtStart(a, b);
  const tail = sameAtStart(a.slice(head).reverse(), b.slice(head).reverse());
  const middle = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)] as const;
  const all = [
    ...a.slice(0, head).map(told('same')),
    ...compared(...middle),
    ...a.slice(a.length - tail).map(told('same')),
  ];
  return folded(all, around).map((line, at) => ({ ...line, at }));
}

const told =
  (kind: Kind) =>
  (text: string): Told => ({ kind, text });

function sameAtStart(a: readonly string[], b: readonly string[]): number {
  const found = a.findIndex((line, at) => line !== b[at]);
  return found < 0 ? Math.min(a.length, b.length) : found;
}

const compared = (a: readonly string[], b: readonly string[]): Told[] =>
  a.length * b.length > most ? [...a.map(told('removed')), ...b.map(told('added'))] : walked(a, b);

/** How far a line leads on in what was, and in what is. */
const steps = { same: [1, 1], removed: [1, 0], added: [0, 1] } as const;

function walked(a: readonly string[], b: readonly string[]): Told[] {
  const kindAt = kindsOf(a, b);
  const lines: Told[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const kind = kindAt(i, j);
    lines.push({ kind, text: (kind === 'added' ? b[j] : a[i]) ?? '' });
    i += steps[kind][0];
    j += steps[kind][1];
  }
  return lines;
}

function kindsOf(a: readonly string[], b: readonly string[]) {
  const common = lengthsOf(a, b);
  return (i: number, j: number): Kind => {
    if (i >= a.length) return 'added';
    if (j >= b.length) return 'removed';
    if (a[i] === b[j]) return 'same';
    return common(i + 1, j) >= common(i, j + 1) ? 'removed' : 'added';
  };
}

/** How long the longest common subsequence is of what follows two places. */
function lengthsOf(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

function folded(lines: readonly Told[], around: number): Told[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same');
  const shown: Told[] = [];
  let hidden = 0;
  const fold = () => {
    if (hidden > 0) shown.push({ kind: 'folded', text: String(hidden) });
    hidden = 0;
  };
  for (const [at, line] of lines.entries()) {
    if (!isNear(at)) hidden += 1;
    else {
      fold();
      shown.push(line);
    }
  }
  fold();
  return shown;
}
