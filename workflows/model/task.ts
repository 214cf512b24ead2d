// Tasks: work for a person on the team, and when it is due. Whoever finishes one says how.
import * as z from 'zod';
import { addDays, localTime, nextTime, startOfDay } from './calendar.ts';
import { isBusinessDay } from './calendar-business.ts';
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
 * of the workspace; the time of day stays, on the workspace's clock. Where holidays leave no business day
 * for more than a year, every day counts.
 */
export function dueAt(text: string, now: Instant, workspace: WorkspaceRules): Instant {
  const count = Number(businessDays.exec(text)?.[1] ?? 0);
  if (count === 0) return now + duration(text);
  const { zone } = workspace;
  const time = localTime(now, zone);
  const suits = (day: string) => isBusinessDay(day, workspace);
  let due = now;
  for (let left = count; left > 0; left -= 1) {
    const tomorrow = addDays(startOfDay(due, zone), 1, zone);
    due = nextTime(tomorrow, { time, zone, suits }) ?? addDays(due, 1, zone);
  }
  return due;
}
