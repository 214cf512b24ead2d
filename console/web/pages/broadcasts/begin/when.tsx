// When a broadcast starts, by whose clocks, and how fast its mails go out.
import { NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanParts } from './new-broadcast.tsx';
import { missingIn, type Plan } from './plan.ts';

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function When({ plan, isChecked, change }: PlanParts) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Radio.Group
        label={t('Start')}
        value={plan.when}
        onChange={(when) => change({ when: when as Plan['when'] })}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="now" label={t('Now')} description={t('Within two minutes.')} />
          <Radio
            value="later"
            label={t('At a time')}
            description={t('By your clock, for everybody at once: {{zone}}', { zone: ownZone() })}
          />
          <Radio
            value="local"
            label={t('At a time of each person’s own clock')}
            description={t(
              'Nine in the morning is nine wherever they live; it takes a day to go around.',
            )}
          />
        </Stack>
      </Radio.Group>
      {plan.when !== 'now' && (
        <TextInput
          type="datetime-local"
          label={t('Date and time')}
          required
          maw={280}
          value={plan.at}
          error={isChecked && missingIn(plan) === 'at' && t('When?')}
          onChange={(event) => change({ at: event.currentTarget.value.slice(0, 16) })}
        />
      )}
      <NumberInput
        label={t('Spread over how many hours')}
        description={t('0: as fast as your sender may.')}
        maw={280}
        min={0}
        max={72}
        value={plan.spread}
        onChange={(to) => change({ spread: typeof to === 'number' ? to : 0 })}
      />
      <Text size="sm" c="dimmed">
        {t(
          'The pace is your provider’s own: four fifths of what it allows a second, so that receipts and confirmations never wait for a broadcast. Quiet hours and the limits of mails for each person hold as always.',
        )}
      </Text>
    </Stack>
  );
}
