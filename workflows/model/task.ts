// Tasks: work for a person on the team, and when it is due. Whoever finishes one says how.
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Task } from './order.ts';
import { duration, durationText, type Instant } from './time.ts';
import type { WorkspaceRules } from './workspace.ts';

/** How a task ended: the work was done, or there was no need for it. */
export interface Finish {
  readonly state: 'done' | 'dismissed';
  readonly at: Instant;
  /** Who finished it, in the words of whoever asked. */
  readonly by: string;
  readonly note?: string;
}

export interface KeptTask {
  readonly task: Task;
  /** Absent while it is open. */
  readonly finish?: Finish;
}

/** Names of the events that campaigns can follow. */
export const finishEvent = { done: 'Task Completed', dismissed: 'Task Dismissed' } as const;

const businessDays = /^([1-9]\d?) business days?$/;

/** "4 hours", "2 business days". */
export const dueText = z.union([z.string().regex(businessDays), durationText], {
  error: 'a time such as "4 hours", "2 days" or "3 business days"',
});

/**
 * When something due in `text` from `now` is due. A business day is one that is neither weekend nor holiday
 * of the workspace; the time of day stays, on the workspace's clock.
 */
export function dueAt(
  text: string,
  now: Instant,
  workspace: Pick<WorkspaceRules, 'zone' | 'weekend' | 'holidays'>,
): Instant {
  const days = Number(businessDays.exec(text)?.[1] ?? 0);
  if (days === 0) return now + duration(text);
  let due = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(workspace.zone);
  for (let left = days; left > 0; left -= isFree(due, workspace) ? 0 : 1)
    due = due.add({ days: 1 });
  return due.epochMilliseconds;
}

const isFree = (
  day: Temporal.ZonedDateTime,
  { weekend, holidays }: Pick<WorkspaceRules, 'weekend' | 'holidays'>,
): boolean => weekend.includes(day.dayOfWeek) || holidays.includes(day.toPlainDate().toString());
