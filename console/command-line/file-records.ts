// A file on this machine, of CSV or of vCards, as records.
import { createReadStream } from 'node:fs';
import { type Record, recordsOf, textOf, type Written } from './records.ts';
import { cardRecords, isVcard } from './vcards.ts';

/** Read a piece at a time. `seen` is told of every byte. */
export const recordsIn = (
  path: string,
  written: Written,
  seen: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<readonly Record[]> => {
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
  return isVcard(path)
    ? cardRecords(textOf(bytes, written.encoding, seen))
    : recordsOf(bytes, written, seen);
};
