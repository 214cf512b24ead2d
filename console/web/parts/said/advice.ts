// What the check of a domain says, in the reader's language.
import { advice } from './phrases/advice.ts';
import { sayBy } from './say.ts';

export { advice };

export const sayAdvice = sayBy(advice);
