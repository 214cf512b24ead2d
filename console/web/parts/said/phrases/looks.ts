// What looks odd in a mail before it is sent.
import { marked as t } from '../phrase.ts';

export const looks = [
  t('Gmail clips mails above {{amount}} bytes, and this one has {{amount2}}'),
  t(
    'An image has no words for those who do not see it: {{source}}; write alt="…", or alt="" where it only adorns',
  ),
  t('A link is empty'),
  t('A link leads to "#", which is nowhere'),
  t('{{source}} is a sample: put an address of your own in its place'),
  t('{{source}} is not encrypted: write https'),
  t('{{source}} is blank'),
] as const;
