// Runs a parsed pattern by following all ways at once (Thompson 1968): time grows with states times letters, never faster.
import { type Node, parsePattern } from './pattern.ts';

type Place = (before: string, after: string) => boolean;

/** `ways` are followed without a letter, if the place allows it; `to` when the letter fits. */
interface State {
  ways: number[];
  place?: Place;
  letter?: (letter: string) => boolean;
  to: number;
}

export interface Automaton {
  readonly states: readonly State[];
  readonly first: number;
}

const most = 500;

/** Letters of a text that are looked at; what follows them is not. */
const longestText = 1_000;

const end = 0;

/** Throws an Error that says what is wrong with the pattern. */
export function automaton(pattern: string, exact = false): Automaton {
  const states: State[] = [{ ways: [], to: end }];
  const first = build(parsePattern(pattern, exact), end, states);
  return { states, first };
}

function add(states: State[], state: State): number {
  if (states.length >= most) throw new Error('the pattern repeats too much');
  return states.push(state) - 1;
}

/** Builds backwards: the state from which `node` is read, and then `next`. */
function build(node: Node, next: number, states: State[]): number {
  switch (node.kind) {
    case 'letter':
      return add(states, { ways: [], letter: node.test, to: next });
    case 'place':
      return add(states, { ways: [next], place: node.test, to: end });
    case 'row':
      return node.nodes.reduceRight((after, one) => build(one, after, states), next);
    case 'choice':
      return add(states, { ways: node.nodes.map((one) => build(one, next, states)), to: end });
    case 'repeat':
      return repeat(node, next, states);
    default:
      return node satisfies never;
  }
}

function repeat(
  { node, min, max }: Extract<Node, { kind: 'repeat' }>,
  next: number,
  states: State[],
) {
  let first = next;
  if (max === Number.POSITIVE_INFINITY) {
    first = add(states, { ways: [next], to: end });
    states[first]?.ways.push(build(node, first, states));
  } else
    for (let count = min; count < max; count += 1)
      first = add(states, { ways: [next, build(node, first, states)], to: end });
  for (let count = 0; count < min; count += 1) first = build(node, first, states);
  return first;
}

/** Whether the pattern is found anywhere in the text's first letters. */
export function finds({ states, first }: Automaton, text: string): boolean {
  // One more is seen, so that the end of what is looked at is not taken for the end of the text.
  const letters = [...text].slice(0, longestText + 1);
  let at: number[] = [];
  for (let index = 0; index <= Math.min(letters.length, longestText); index += 1) {
    const before = letters[index - 1] ?? '';
    const after = letters[index] ?? '';
    const here = spread(states, [...at, first], (place) => place(before, after));
    if (here.has(end)) return true;
    at = [...here].flatMap((one) => (states[one]?.letter?.(after) ? [states[one].to] : []));
  }
  return false;
}

/** All states that can be reached without reading a letter. */
function spread(states: readonly State[], from: readonly number[], may: (place: Place) => boolean) {
  const reached = new Set(from);
  for (const one of reached) {
    const { ways, place } = states[one] ?? { ways: [] };
    if (place && !may(place)) continue;
    for (const way of ways) reached.add(way);
  }
  return reached;
}
