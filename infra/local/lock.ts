// One runtime to a data folder: two would hand out each other's messages and each move the other's time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the folder for this process; answers how to give it back. Throws when a living process has it. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'running.pid');
  const holder = holderOf(file);
  if (holder !== undefined && holder !== process.pid && isAlive(holder))
    throw new Error(
      `${folder} is in use by process ${holder}. Choose another: DATA_DIR=… npm start`,
    );
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Signal 0 asks without sending anything. A process of somebody else's is alive too. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
