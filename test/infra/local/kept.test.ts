// What the machine keeps in its data folder besides tables, queues and mails.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAccess } from '../../../infra/local/access.ts';
import { openClock } from '../../../infra/local/kept-clock.ts';

const day = 86_400_000;
const keys = { writeKey: 'wk_1', adminToken: 'pat_1' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the keys', () => {
  const never = () => Promise.reject(new Error('asked again'));

  it('are made once and then kept', async () => {
    expect(await openAccess(folder, async () => keys)).toEqual(keys);
    expect(await openAccess(folder, never)).toEqual(keys);
  });

  it('are for the eyes of their owner', async () => {
    await openAccess(folder, async () => keys);
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('are made again when the first start did not get to its end', async () => {
    await expect(openAccess(folder, never)).rejects.toThrow('asked again');
    expect(await openAccess(folder, async () => keys)).toEqual(keys);
  });

  it('are not kept without a folder', async () => {
    expect(await openAccess(undefined, async () => keys)).toEqual(keys);
  });
});

describe('the clock', () => {
  it('does not go back over a restart', () => {
    openClock(folder).advanceTo(Date.now() + 9 * day);
    expect(openClock(folder).now()).toBeGreaterThan(Date.now() + 8 * day);
  });

  it('is the real one at first', () => {
    expect(openClock(folder).now() - Date.now()).toBeLessThan(day);
  });

  it('is not kept without a folder', () => {
    openClock(undefined).advanceTo(Date.now() + 9 * day);
    expect(openClock(undefined).now() - Date.now()).toBeLessThan(day);
  });
});
