// Business days and hours, as the workspace has them: its own weekend, its own holidays.
import { instantOf, localDay, nextTime, weekdayOf } from './calendar.ts';
import type { Instant } from './time.ts';
import type { WorkspaceRules } from './workspace.ts';

type BusinessRules = Pick<WorkspaceRules, 'weekend' | 'holidays' | 'businessHours'>;

export const isBusinessDay = (
  day: string,
  { weekend, holidays }: Pick<BusinessRules, 'weekend' | 'holidays'>,
): boolean => !weekend.includes(weekdayOf(day)) && !holidays.includes(day);

/**
 * `at` itself within business hours, else the next opening; `to` is the first moment outside. Undefined
 * when holidays leave no business day for more than a year.
 */
export function nextBusinessMoment(
  at: Instant,
  rules: BusinessRules,
  zone: string,
): Instant | undefined {
  const { from, to } = rules.businessHours;
  const today = localDay(at, zone);
  const isOpen =
    isBusinessDay(today, rules) &&
    at >= instantOf(today, from, zone) &&
    at < instantOf(today, to, zone);
  if (isOpen) return at;
  return nextTime(at, { time: from, zone, suits: (day) => isBusinessDay(day, rules) });
}
