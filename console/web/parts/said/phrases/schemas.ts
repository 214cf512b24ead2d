// What schemas say, in the words of programmers: said in plain words in every language, English too.
import { marked as t } from '../phrase.ts';

export const schemas = [
  t('Too small: expected string to have >=1 characters'),
  t('Too small: expected array to have >=1 items'),
  t('Invalid input: expected {{text}}, received undefined'),
  t('Invalid input: expected {{text}}, received {{text2}}'),
  t('Invalid option: expected one of {{text}}'),
  t('Invalid input'),
  t('Invalid URL'),
  t('Invalid email address'),
  t('Too small: expected string to have >={{amount}} characters'),
  t('Too big: expected string to have <={{amount}} characters'),
  t('Too small: expected array to have >={{amount}} items'),
  t('Too big: expected array to have <={{amount}} items'),
  t('Too small: expected number to be >={{amount}}'),
  t('Too small: expected number to be >{{amount}}'),
  t('Too big: expected number to be <={{amount}}'),
  t('"{{word}}" is Unrecognized key: "{{word2}}"'),
  t('Unrecognized key: "{{word}}"'),
  t('a duration such as "3 days" or "P3D", of at most ten years'),
];
