// What tracking tells: that a mail was opened, or a link in it followed, by a person or by a machine.
import type { Filter } from '../conditions/filter.ts';
import type { Fields } from './event.ts';

export const trackedEvents = { open: 'Email Opened', click: 'Email Link Clicked' } as const;

/** The `source` of events that our own pixel and links tell. */
export const trackingSource = 'tracking';

const names: readonly string[] = Object.values(trackedEvents);

/** Privacy proxies and link scanners are no persons: what they do ends, wakes and starts nothing. */
export const isByMachine = (event: string, { machine }: Fields): boolean =>
  machine === true && names.includes(event);

/** Whether a rule about an occurrence says itself what it wants of machines. */
export function asksOfMachines(rule: Filter): boolean {
  if ('rules' in rule) return rule.rules.some(asksOfMachines);
  if ('rule' in rule) return asksOfMachines(rule.rule);
  return rule.property === 'machine';
}

/** Holds of everybody: it says that machines count, too. */
export const alsoMachines: Filter = {
  op: 'or',
  rules: [
    { property: 'machine', op: 'is_set' },
    { property: 'machine', op: 'is_not_set' },
  ],
};
