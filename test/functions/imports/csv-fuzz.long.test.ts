import { test } from 'vitest';
import * as holds from '../../support/csv-properties.ts';

const runs = 100_000;

test('a well written file is read whole', () => holds.wellWrittenFilesAreReadWhole(runs));
test('any file is read or refused, and no row is lost', () => holds.anyFileIsReadOrRefused(runs));
