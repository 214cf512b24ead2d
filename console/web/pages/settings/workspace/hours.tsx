// Hours of a day; those that may be absent are switched on and off.
import { Group, Input, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Span {
  readonly from: string;
  readonly to: string;
}

interface HoursParts {
  readonly label: string;
  readonly about: string;
  readonly hours: Span | undefined;
  readonly error?: string | undefined;
  /** What they are when they are switched on. Without it they cannot be absent. */
  readonly usual?: Span;
  change(to: Span | undefined): void;
}

export function Hours({ label, about, hours, error, usual, change }: HoursParts) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {usual ? (
        <Switch
          label={label}
          description={about}
          checked={hours !== undefined}
          onChange={(event) => change(event.currentTarget.checked ? usual : undefined)}
        />
      ) : (
        <div>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text size="xs">{about}</Text>
        </div>
      )}
      {error && <Input.Error>{error}</Input.Error>}
      {hours && (
        <Group>
          <TextInput
            label={t('From')}
            type="time"
            required
            value={hours.from}
            onChange={(event) => change({ ...hours, from: event.currentTarget.value })}
          />
          <TextInput
            label={t('To')}
            type="time"
            required
            value={hours.to}
            onChange={(event) => change({ ...hours, to: event.currentTarget.value })}
          />
        </Group>
      )}
    </Stack>
  );
}
