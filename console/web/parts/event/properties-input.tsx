// Properties of an event, written as JSON.
import { JsonInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readProperties } from './samples.ts';

interface PropertiesParts {
  readonly description: string;
  readonly text: string;
  onChange(text: string): void;
}

export function PropertiesInput({ description, text, onChange }: PropertiesParts) {
  const { t } = useTranslation();
  return (
    <JsonInput
      label={t('Its properties, as JSON')}
      description={description}
      dir="ltr"
      autosize
      minRows={2}
      maxRows={10}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      value={text}
      error={readProperties(text) === 'broken' && t('This is no JSON object yet.')}
      onChange={onChange}
    />
  );
}
