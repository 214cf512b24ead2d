// Reads a file once before anything is sent: what it is known by, and into how many parts it is cut.
import { createHash } from 'node:crypto';
import { recordsIn } from './file-records.ts';
import { partsOf } from './parts.ts';
import type { Written } from './records.ts';

interface Measured {
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  readonly parts: number;
}

export async function measure(
  path: string,
  written: Written,
  progress: (line: string) => void,
): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  let parts = 0;
  let rows = 0;
  const records = recordsIn(path, written, (some) => {
    hash.update(some);
    bytes += some.length;
  });
  for await (const part of partsOf(records)) {
    parts += 1;
    rows += part.rows.length;
    progress(`${rows} rows read`);
  }
  if (parts === 0) throw new Error('The file has a header, and no rows');
  return { hash: hash.digest('hex'), bytes, parts };
}
