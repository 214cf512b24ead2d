// A data folder has one runtime at a time.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from '../../../infra/local/lock.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'lock-'));
const nobody = 2 ** 22 + 1;

it('refuses a folder that a living process has', () => {
  const at = folder();
  writeFileSync(join(at, 'running.pid'), String(process.ppid));
  expect(() => lockFolder(at)).toThrow(`in use by process ${process.ppid}`);
});

it('takes over from a process that was killed, and gives the folder back', () => {
  const at = folder();
  writeFileSync(join(at, 'running.pid'), String(nobody));
  const unlock = lockFolder(at);
  expect(readFileSync(join(at, 'running.pid'), 'utf8')).toBe(String(process.pid));
  unlock();
  expect(() => readFileSync(join(at, 'running.pid'))).toThrow('ENOENT');
});
