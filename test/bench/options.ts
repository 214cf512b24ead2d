// What the bench can be told on the command line.
import { parseArgs } from 'node:util';

export interface Options {
  /** Events of each flood, each from another contact and each followed by one mail. */
  readonly events: number;
  /** Arrivals a second in the calm; half of what a flood of single events drains at if missing. */
  readonly rate: number | undefined;
  /** How long the calm lasts. */
  readonly seconds: number;
  readonly json: boolean;
  /** Tells whose code the CPU time goes to; slower, so its times are not the ones to quote. */
  readonly profile: boolean;
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: '10000' },
      rate: { type: 'string' },
      seconds: { type: 'string', default: '60' },
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  return {
    ...values,
    events: count('events', values.events),
    rate: values.rate === undefined ? undefined : count('rate', values.rate),
    seconds: count('seconds', values.seconds),
  };
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} must be a whole number above zero, not ${text}`);
}
