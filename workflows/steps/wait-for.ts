// Wait for a time: `{ for: 3 days }`. A day is 24 hours, whatever the clocks do.
import { endOf, type WaitKind } from './wait-kind.ts';

export interface WaitFor {
  readonly for: string;
}

export const waitFor: WaitKind<WaitFor> = {
  lasts: true,
  paths: [],
  sentence: (wait) => wait.for,
  arrive: (wait, moment) => ({ do: 'wait', until: endOf(wait.for, moment) }),
  timeOut: (wait) => ({ do: 'go_on', because: `${wait.for} have passed` }),
};
