import { describe, expect, it } from 'vitest';
import { createClock, readOffset } from '../../../infra/local/clock.ts';

describe('the virtual clock', () => {
  it('follows the real clock', () => {
    let real = 1_000;
    const clock = createClock(0, () => real);
    real = 1_500;
    expect(clock.now()).toBe(1_500);
  });

  it('stands at the instant it was advanced to, and goes on from there', () => {
    let real = 1_000;
    const clock = createClock(0, () => real);
    clock.advanceTo(5_000);
    expect(clock.now()).toBe(5_000);
    real = 1_010;
    expect(clock.now()).toBe(5_010);
  });

  it('goes on from what an earlier run had advanced by', () => {
    expect(createClock(250, () => 1_000).now()).toBe(1_250);
  });

  it('never goes back', () => {
    const clock = createClock(0, () => 1_000);
    clock.advanceTo(5_000);
    clock.advanceTo(2_000);
    expect(clock.now()).toBe(5_000);
  });

  it('shares its offset with the workers', () => {
    const clock = createClock(250, () => 1_000);
    clock.advanceTo(5_000);
    expect(readOffset(clock.shared)).toBe(4_000);
  });

  it('keeps whole milliseconds, as Date does', () => {
    const clock = createClock(0, () => 1_000);
    clock.advanceTo(1_000.25);
    expect(clock.now()).toBe(1_001);
  });
});
