// One line of a diary for each transition that somebody would write down.
import type { Message } from '../../workflows/model/message.ts';
import type { Transition } from '../../workflows/model/transition.ts';

type Tellers = {
  readonly [Kind in Transition['kind']]?: (
    transition: Extract<Transition, { kind: Kind }>,
    messages: readonly Message[],
  ) => readonly string[];
};

const date = (at: number) => new Date(at).toISOString().slice(0, 16);

const tellers: Tellers = {
  requested: (one, messages) => [
    `email ${messages.find(({ id }) => id === one.message)?.template}`,
  ],
  withheld: ({ step, reason }) => [`withheld ${step} (${reason})`],
  held: ({ step, until }) => [`held ${step} until ${date(until)}`],
  parked: ({ step }) => [`parked at ${step}`],
  moved: ({ because }) => [`moved: ${because}`],
  not_entered: ({ reason }) => [`not entered (${reason})`],
  held_out: () => ['held out'],
  goal_reached: ({ value }) => [value === undefined ? 'goal' : `goal worth ${value}`],
  exited: () => ['exit'],
  completed: () => ['completed'],
  branched: ({ step, path }) => [`${step}: ${path}`],
  acted: ({ because }) => [because],
  segment_entered: ({ segment }) => [`in ${segment}`],
  segment_left: ({ segment }) => [`out of ${segment}`],
  resumed: ({ because }) => (because.includes('happened') ? [`woken: ${because}`] : []),
};

export function tell(transition: Transition, messages: readonly Message[]): readonly string[] {
  const teller = tellers[transition.kind] as
    | ((one: Transition, messages: readonly Message[]) => readonly string[])
    | undefined;
  return teller?.(transition, messages) ?? [];
}
