// Names of paths in the reader's language. Arms and cases have names of their own, which stay as they are.
import type { TFunction } from 'i18next';

const known = new Set([
  'yes',
  'no',
  'else',
  'onTimeout',
  'onMissing',
  'onPast',
  'granted',
  'none',
  'in time',
  'next',
]);

/* t('path: yes') t('path: no') t('path: else') t('path: onTimeout') t('path: onMissing') t('path: onPast')
   t('path: granted') t('path: none') t('path: in time') t('path: next') */
export const laneWords = (name: string, t: TFunction): string =>
  known.has(name) ? t(`path: ${name}`) : name;
