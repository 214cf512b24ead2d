import { test } from 'vitest';
import * as holds from '../../../support/verifier-properties.ts';

test('strangers stay out', () => holds.strangersStayOut(2_000));
test('every byte counts', () => holds.everyByteCounts(1_000));
test('nothing unsigned is read', () => holds.nothingUnsignedIsRead(1_000));
