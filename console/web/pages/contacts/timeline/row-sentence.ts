// What a row tells first: what reached the contact, as a sentence.
import type { TFunction } from 'i18next';
import { textIn } from '../../../parts/decision/decided.ts';
import type { Names } from '../use-names.ts';
import type { Row } from './row.ts';

type Told = (row: Row, t: TFunction, names: Names) => string;

/* t('mail: delivery') t('mail: delay') t('mail: bounce') t('mail: soft_bounce') t('mail: content_bounce')
   t('mail: complaint') t('mail: complaint_echo') t('mail: failure') t('mail: withheld') t('mail: failed')
   t('mail: skipped') t('mail: doubt') t('mail: released') t('mail: sent') t('mail: claimed') */
const sentences: Readonly<Record<string, Told>> = {
  event: ({ about }, t) => t('“{{name}}” happened', { name: textIn(about, 'name') }),
  alarm: (_, t) => t('A moment came that was waited for'),
  message: ({ about }, t) => t(`mail: ${textIn(about, 'state')}`),
  feedback: ({ about }, t) => t(`mail: ${textIn(about, 'type')}`),
  unsubscribe: (_, t) => t('Unsubscribed by a link in a mail'),
  preferences: (_, t) => t('Chose on their own page what they want'),
  confirm: (_, t) => t('Confirmed by the link in a mail'),
  consent: ({ about }, t) =>
    t('{{by}} wrote down a wish: {{wish}}', {
      by: textIn(about, 'by'),
      wish: t(`standing: ${textIn(about, 'status')}`),
    }),
  suppression: ({ about }, t) =>
    textIn(about, 'do') === 'lift'
      ? t('{{by}} lets the address be mailed again', { by: textIn(about, 'by') })
      : t('{{by}} stopped all mail to the address', { by: textIn(about, 'by') }),
  review: (_, t) => t('Looked at for something published since'),
  call: ({ about }, t, names) =>
    t('Was asked into “{{campaign}}”', {
      campaign: names.called('campaigns', textIn(about, 'campaign')),
    }),
  edit: ({ about }, t) => t('{{by}} changed the contact', { by: textIn(about, 'by') }),
  import: (_, t) => t('Came with an import'),
  account: ({ about }, t) =>
    t('Something was said of the account {{account}}', { account: textIn(about, 'account') }),
  absorb: (_, t) => t('Turned out to be the same person as another contact'),
  command: ({ about }, t, names) =>
    t('Somebody steered “{{campaign}}”', {
      campaign: names.called('campaigns', textIn(about, 'campaign')),
    }),
  note: ({ about }, t) => t('{{by}} noted', { by: textIn(about, 'by') }),
  webhook: (_, t) => t('A webhook answered'),
};

export const sentenceOf: Told = (row, t, names) => sentences[row.kind]?.(row, t, names) ?? row.kind;
