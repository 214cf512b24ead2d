import { test } from 'vitest';
import * as holds from '../../support/csv-properties.ts';

test('a well written file is read whole', () => holds.wellWrittenFilesAreReadWhole(500));
test('any file is read or refused, and no row is lost', () => holds.anyFileIsReadOrRefused(1_000));
