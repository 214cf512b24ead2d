// Triggers and dates as the engine tells them.
import { marked as t } from '../phrase.ts';

export const dates = [
  t('when "{{event}}" happens'),
  t('when somebody leaves segment {{segment}}'),
  t('when somebody enters segment {{segment}}'),
  t('when the API asks for it'),
  t('when "{{event}}" has not happened for {{span}}'),
  t("when somebody has not bought for longer than {{share}}% of such a person's gaps"),
  t('when it is {{date}}'),
  t('the anniversary of {{attribute}}'),
  t('{{time}}, {{span}} before {{date}}'),
  t('{{time}}, {{span}} after {{date}}'),
  t('{{span}} before {{date}}'),
  t('{{span}} after {{date}}'),
  t('{{time}} on {{days}}'),
  t('{{time}} on {{date}}'),
  t('{{time}}, {{date}}'),
  t('a moment'),
  t('Once, on {{day}} at {{time}} {{zone}}'),
  t('Every day at {{time}} {{zone}}'),
  t('Every {{days}} at {{time}} {{zone}}'),
  t('On day {{numbers}} of every month at {{time}} {{zone}}'),
  t('On day {{numbers}} of every month, or on the last day of a shorter one, at {{time}} {{zone}}'),
  t('{{because}}, from {{day}}'),
  t('{{because}}, until {{day}}'),
] as const;
