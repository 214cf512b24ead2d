// The same at each of their calls.
import { beforeEach, it, vi } from 'vitest';
import { catchLog } from '../support/log-lines.ts';
import { killAt } from './feedback-scenario.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  catchLog();
});

it.each(['feedback', 'webhook'] as const)(
  '%s, killed at any of its calls, changes nothing of the end',
  (only) => killAt(only),
  1_200_000,
);
