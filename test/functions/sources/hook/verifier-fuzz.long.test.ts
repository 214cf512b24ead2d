import { test } from 'vitest';
import * as holds from '../../../support/verifier-properties.ts';

const runs = 100_000;

test('strangers stay out', () => holds.strangersStayOut(runs));
test('every byte counts', () => holds.everyByteCounts(runs));
test('nothing unsigned is read', () => holds.nothingUnsignedIsRead(runs));
