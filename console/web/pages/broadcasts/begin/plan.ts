// A broadcast as it is planned, and the campaign that it becomes.
import { serverNow } from '../../../api/server-time.ts';
import type { Rule } from '../../../parts/condition/rule.ts';

export interface Plan {
  readonly name: string;
  /** By conditions of its own, or a segment. */
  readonly audience: Rule;
  readonly template: string;
  readonly topic: string;
  readonly when: 'now' | 'later' | 'local';
  /** "2026-12-01T09:00", when it is not now. */
  readonly at: string;
  /** Hours over which the mails are spread; none: as fast as the sender may. */
  readonly spread: number;
}

export const blank: Plan = {
  ...{ name: '', audience: { op: 'and', rules: [] }, template: '', topic: '' },
  ...{ when: 'now', at: '', spread: 0 },
};

const minute = 60_000;

/** The date and time that clocks of a zone show: "2026-12-01T09:00". */
export function shownIn(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, dateStyle: 'short', timeStyle: 'short' },
  }).format(at);
  return parts.replace(' ', 'T').slice(0, 16);
}

/** So long saving it may take. */
const margin = 10_000;

/** "Now" is the next minute that begins: a schedule names minutes, and one that has begun has passed. */
function scheduleOf({ when, at }: Plan, zone: string, now: number) {
  if (when === 'now') return { at: shownIn('UTC', now + minute + margin), zone: 'UTC' };
  return when === 'local' ? { at, local: true } : { at, zone };
}

/** `zone` is that of whoever plans it. */
export const campaignOf = (plan: Plan, zone: string, now = serverNow()) => ({
  name: plan.name.trim(),
  trigger: { schedule: scheduleOf(plan, zone, now) },
  audience: plan.audience,
  ...(plan.topic !== '' && { topic: plan.topic }),
  ...(plan.spread > 0 && { sending: { spread: `${plan.spread} hours` } }),
  steps: [{ send: plan.template }],
});

/** What is still missing, in the order of the page. */
export function missingIn({
  name,
  template,
  when,
  at,
}: Plan): 'name' | 'template' | 'at' | undefined {
  if (name.trim() === '') return 'name';
  if (template === '') return 'template';
  return when !== 'now' && at === '' ? 'at' : undefined;
}
