// Wait for a time: `{ for: 3 days }`. A day is 24 hours, whatever the clocks do.
import * as z from 'zod';
import { durationText } from '../model/time.ts';
import { endOf, type WaitKind } from './wait-kind.ts';

const schema = z.strictObject({ for: durationText });

export type WaitFor = z.infer<typeof schema>;

export const waitFor: WaitKind<WaitFor> = {
  schema,
  paths: [],
  sentence: (wait) => wait.for,
  arrive: (wait, moment) => ({ do: 'wait', until: endOf(wait.for, moment) }),
  timeOut: (wait) => ({ do: 'go_on', because: `${wait.for} have passed` }),
};
