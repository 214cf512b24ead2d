// The limit of the stage, as the template says it.
import { expect, it } from 'vitest';
import { createThrottle } from '../../../infra/local/throttle.ts';
import { throttled } from '../../support/http-resources.ts';

it('lets a burst pass, and then so many a second', () => {
  let now = 0;
  const mayPass = createThrottle([throttled(10, 3)], () => now);
  const passed = (tries: number) => Array.from({ length: tries }, mayPass).filter(Boolean).length;
  expect(passed(5)).toBe(3);
  now = 200;
  expect(passed(5)).toBe(2);
  now = 60_000;
  expect(passed(5)).toBe(3);
});

it('is none where there is no stage', () => {
  const mayPass = createThrottle([], () => 0);
  expect(Array.from({ length: 10_000 }, mayPass)).not.toContain(false);
});
