// Why something was decided, in the reader's language.
import { dates } from './phrases/dates.ts';
import { found } from './phrases/found.ts';
import { happenings } from './phrases/happenings.ts';
import { rules } from './phrases/rules.ts';
import { typed } from './phrases/typed.ts';
import { whole } from './phrases/whole.ts';
import { sayBy } from './say.ts';

/** The first that fits counts: what says most stands first, conditions of any attribute last. */
export const reasons = [...whole, ...rules, ...happenings, ...dates, ...typed, ...found];

export const sayReason = sayBy(reasons);
