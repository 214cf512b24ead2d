// Where a column can go, as one choice of a list; and what was chosen, as the API takes it.
import type { Column } from './inspect.ts';

/* t('to: email') t('to: user') t('to: tags') t('to: consent') t('to: unsubscribed') t('to: channel') t('to: ignore')
   t('to: keys') t('to: suppressed') t('to: topics') t('to: attributes') t('to: consent_at') t('to: withdrawn_at')
   t('to: answered_at') t('to: attribute') */
export const destinations = [
  ...(['email', 'user', 'attribute', 'ignore', 'tags', 'consent', 'consent_at'] as const),
  ...(['unsubscribed', 'withdrawn_at', 'answered_at', 'topics', 'suppressed', 'channel'] as const),
  ...(['keys', 'attributes'] as const),
];
export type Destination = (typeof destinations)[number];

export const types = ['text', 'number', 'boolean', 'date', 'phone'] as const;
export type Type = (typeof types)[number];

const plainName = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '') || 'column';

export function goingTo(column: Column, to: Destination): Column {
  const { header } = column;
  if (to === 'attribute')
    return column.to === 'attribute'
      ? column
      : { header, to, name: plainName(header), type: 'text' };
  return { header, to };
}
