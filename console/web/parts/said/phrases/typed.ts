// Values that are not of the type of their attribute.
import { marked as t } from '../phrase.ts';

export const typed = [
  t('{{because}}; {{because2}}'),
  t('{{name}} is {{article}}, not {{value}}'),
] as const;
