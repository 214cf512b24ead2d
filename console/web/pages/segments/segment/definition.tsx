// What a segment says: its name, and its conditions beside the count of whom they hold for.
import { Grid, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LiveCount } from '../../../parts/audience/live-count.tsx';
import { ConditionBuilder } from '../../../parts/condition/condition-builder.tsx';
import type { Rule } from '../../../parts/condition/rule.ts';

export interface Draft {
  readonly name: string;
  readonly description: string;
  readonly condition: Rule;
}

interface DefinitionParts {
  readonly draft: Draft;
  readonly isReadOnly: boolean;
  readonly isChecked: boolean;
  change(draft: Draft): void;
}

export function Definition({ draft, isReadOnly, isChecked, change }: DefinitionParts) {
  const { t } = useTranslation();
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="lg">
          <Paper withBorder radius="lg" p="lg">
            <Named {...{ draft, isReadOnly, isChecked, change }} />
          </Paper>
          <Paper withBorder radius="lg" p="lg" component="section" aria-label={t('Conditions')}>
            <Title order={2} size="h4" mb="md">
              {t('Who is in it')}
            </Title>
            <ConditionBuilder
              value={draft.condition}
              isReadOnly={isReadOnly}
              isChecked={isChecked}
              onChange={(condition) => change({ ...draft, condition })}
            />
          </Paper>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <LiveCount condition={draft.condition} />
      </Grid.Col>
    </Grid>
  );
}

function Named({ draft, isReadOnly, isChecked, change }: DefinitionParts) {
  const { t } = useTranslation();
  return (
    <Stack>
      <TextInput
        label={t('Name')}
        required
        maxLength={200}
        readOnly={isReadOnly}
        value={draft.name}
        error={isChecked && draft.name.trim() === '' && t('What is it called?')}
        onChange={(event) => change({ ...draft, name: event.currentTarget.value })}
      />
      <Textarea
        label={t('What it is for')}
        autosize
        minRows={1}
        maxLength={2_000}
        readOnly={isReadOnly}
        value={draft.description}
        onChange={(event) => change({ ...draft, description: event.currentTarget.value })}
      />
    </Stack>
  );
}
