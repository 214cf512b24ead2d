// A mail of which SES tells everything, while whoever hears it, or tells others of it, dies at some of its calls.
import { beforeEach, it, vi } from 'vitest';
import { catchLog } from '../support/log-lines.ts';
import { killAt } from './feedback-scenario.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  catchLog();
});

it.each([
  ['feedback', 20],
  ['webhook', 8],
] as const)(
  '%s, killed at its calls, changes nothing of the end',
  (only, most) => killAt(only, most),
  400_000,
);
