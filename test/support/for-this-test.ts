// The workspace of one test: what its functions log is caught, and it closes when the test is over. There is one at a
// time, since the clock is everybody's.
import { onTestFinished, vi } from 'vitest';
import { catchLog } from './log-lines.ts';
import type { Workspace } from './workspace.ts';

let current: Workspace | undefined;

/** In a test, or in a hook before it. Closes what the test has opened before. */
export async function forThisTest(open: () => Promise<Workspace>): Promise<Workspace> {
  close();
  onTestFinished(() => {
    close();
    vi.restoreAllMocks();
  });
  catchLog();
  current = await open();
  return current;
}

function close(): void {
  current?.world.close();
  current = undefined;
}
