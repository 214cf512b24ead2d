// What holds for a template in all its languages: its kind, what becomes of missing values, whether it is tracked.
import { Fieldset, Paper, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.ts';
import { languageOf, type Source } from '../template.ts';

interface SettingsParts {
  readonly source: Source;
  change(source: Source): void;
}

export function Settings({ source, change }: SettingsParts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  return (
    <Paper withBorder radius="lg" p="lg" maw={720}>
      <Fieldset variant="unstyled" disabled={!isMarketer}>
        <Stack>
          <Radio.Group
            label={t('Kind')}
            value={source.kind}
            onChange={(kind) => change({ ...source, kind: kind as Source['kind'] })}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="marketing"
                label={t('Marketing')}
                description={t(
                  'To whoever has agreed; with a way out and the postal address, which it must show.',
                )}
              />
              <Radio
                value="transactional"
                label={t('Transactional')}
                description={t('A receipt or an answer to what somebody did; without a way out.')}
              />
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('Where a value is missing and nothing stands in for it')}
            value={source.missing ?? 'skip'}
            onChange={(missing) => change({ ...source, missing: missing as 'skip' | 'blank' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="skip"
                label={t('Do not send')}
                description={t('The contact’s timeline says which value was missing.')}
              />
              <Radio value="blank" label={t('Send with a gap')} />
            </Stack>
          </Radio.Group>
          <Tracked {...{ source, change }} />
          <TextInput
            label={t('Language of the template itself')}
            description={t('A tag such as en, fa or pt-BR. Left empty, what <mjml lang> says.')}
            placeholder={languageOf(source)}
            dir="ltr"
            maw={240}
            value={source.language ?? ''}
            onChange={(event) => {
              const { language: _, ...rest } = source;
              const language = event.currentTarget.value.trim();
              change(language === '' ? rest : { ...rest, language });
            }}
          />
        </Stack>
      </Fieldset>
    </Paper>
  );
}

function Tracked({ source, change }: SettingsParts) {
  const { t } = useTranslation();
  const usual = source.kind === 'marketing';
  return (
    <Select
      label={t('Opens and clicks')}
      maw={360}
      allowDeselect={false}
      value={String(source.tracked ?? usual)}
      data={[
        { value: 'true', label: t('Recorded, where the reader allows it') },
        { value: 'false', label: t('Not recorded') },
      ]}
      onChange={(to) => {
        const { tracked: _, ...rest } = source;
        const tracked = to === 'true';
        change(tracked === usual ? rest : { ...rest, tracked });
      }}
    />
  );
}
