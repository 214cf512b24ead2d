// The hash of a file that comes in pieces is that of all of it.
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSha256 } from '../../../console/web/pages/contacts/imports/sha256.ts';

const ofPieces = (bytes: Uint8Array, size: number): string => {
  const hash = createSha256();
  for (let at = 0; at < bytes.length; at += size) hash.add(bytes.subarray(at, at + size));
  return hash.end();
};

test.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1_000, 100_003])(
  'of %i bytes, wherever they are cut',
  (length) => {
    const bytes = randomBytes(length);
    const whole = createHash('sha256').update(bytes).digest('hex');
    for (const size of [1, 63, 64, 65, 4_096])
      if (length / size < 10_000) expect(ofPieces(bytes, size)).toBe(whole);
  },
);
