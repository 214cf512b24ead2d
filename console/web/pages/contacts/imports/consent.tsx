// What the people of a file agreed to: without a source of it nobody gets marketing mail.
import { Checkbox, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Stated {
  readonly source: string;
  readonly date: string;
  readonly wording: string;
  readonly endsRefusals: boolean;
}

export const noConsent: Stated = { source: '', date: '', wording: '', endsRefusals: false };

/** Nobody would be subscribed by it. */
export const lacksDay = ({ source, date }: Stated, isDated: boolean): boolean =>
  source.trim() !== '' && date === '' && !isDated;

export function consentOf({ source, date, wording, endsRefusals }: Stated) {
  if (source.trim() === '') return {};
  return {
    consent: {
      source: source.trim(),
      ...(date !== '' && { date }),
      ...(wording.trim() !== '' && { wording: wording.trim() }),
      ...(endsRefusals && { endsRefusals }),
    },
  };
}

interface Parts {
  readonly value: Stated;
  /** A column says when each of them agreed. */
  readonly isDated: boolean;
  set(value: Stated): void;
}

export function Consent({ value, isDated, set }: Parts) {
  const { t } = useTranslation();
  const hasNoDay = lacksDay(value, isDated);
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack>
        <Title order={2} size="h4">
          {t('What they agreed to')}
        </Title>
        <Text size="sm">
          {t(
            'Left empty, nobody of them gets marketing mail: they are known, and that is all. What you write here is kept as the proof.',
          )}
        </Text>
        <Group align="flex-start">
          <TextInput
            flex="2 1 18rem"
            label={t('Where and how they agreed')}
            placeholder={t('Checkbox of the web shop, checked at the order')}
            value={value.source}
            onChange={({ currentTarget }) => set({ ...value, source: currentTarget.value })}
          />
          <TextInput
            flex="1 1 12rem"
            type="date"
            label={t('When, for rows without a time of their own')}
            value={value.date}
            error={hasNoDay && t('Without a day nobody is subscribed.')}
            onChange={({ currentTarget }) => set({ ...value, date: currentTarget.value })}
          />
        </Group>
        <Textarea
          autosize
          label={t('The words that they were shown')}
          value={value.wording}
          onChange={({ currentTarget }) => set({ ...value, wording: currentTarget.value })}
        />
        <Checkbox
          label={t('It came after any refusal: whoever refused before is subscribed again')}
          checked={value.endsRefusals}
          onChange={({ currentTarget }) => set({ ...value, endsRefusals: currentTarget.checked })}
        />
      </Stack>
    </Paper>
  );
}
