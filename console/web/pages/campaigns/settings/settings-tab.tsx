// What a campaign says besides its steps: who enters, what it is for, how it sends. Drawn from what the API declares.
import { Grid, Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LiveCount } from '../../../parts/audience/live-count.tsx';
import { isRule } from '../../../parts/condition/rule.ts';
import { FormPlace } from '../../../parts/form/form-place.ts';
import { isSetting, type Schema } from '../../../parts/form/schema.ts';
import { SchemaFields } from '../../../parts/form/schema-fields.tsx';
import { useMay } from '../../../session/session.ts';
import type { TabParts } from '../campaign-page.tsx';
import { useDeclared } from '../canvas/use-steps.ts';
import { pathOf } from '../steps/problems.ts';
import { useEventPlace } from './use-event-place.ts';

const sections = {
  about: ['name', 'description'],
  who: ['trigger', 'audience', 'reentry', 'limits'],
  purpose: ['goal', 'exitOn', 'holdout'],
  sending: ['basis', 'topic', 'priority', 'sending'],
} as const;
type Section = keyof typeof sections;

/* t('section: about') t('section: who') t('section: purpose') t('section: sending') t('section: other') */
export default function SettingsTab({ writing }: TabParts) {
  const schema = useDeclared()?.campaign as Schema | undefined;
  if (!schema) return null;
  const { properties = {} } = schema;
  const placed = new Set<string>(Object.values(sections).flat());
  const other = Object.entries(properties)
    .filter(([key, one]) => !placed.has(key) && isSetting(one))
    .map(([key]) => key);
  const parts = { writing, schema };
  const { audience } = writing.document;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Stack gap="lg">
          <SectionOf {...parts} section="about" keys={sections.about} />
          <SectionOf {...parts} section="who" keys={sections.who} />
          {isRule(audience) && <LiveCount condition={audience} />}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Stack gap="lg">
          <SectionOf {...parts} section="purpose" keys={sections.purpose} />
          <SectionOf {...parts} section="sending" keys={[...sections.sending, ...other]} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

interface SectionParts extends Pick<TabParts, 'writing'> {
  readonly schema: Schema;
  readonly section: Section;
  readonly keys: readonly string[];
}

function SectionOf({ writing, schema, section, keys }: SectionParts) {
  const { t } = useTranslation();
  const isReadOnly = !useMay('marketer');
  const place = useEventPlace(writing.document, section !== 'who');
  const { properties = {} } = schema;
  const own = Object.fromEntries(
    keys.flatMap((key) => (properties[key] ? [[key, properties[key]]] : [])),
  );
  const problems = writing.problems
    .flatMap(({ at, message }) => ({ path: pathOf(at) ?? [], message }))
    .filter(({ path: [first] }) => keys.includes(String(first)));
  return (
    <Paper withBorder radius="lg" p="lg">
      <Title order={2} size="h4" mb="md">
        {t(`section: ${section}`)}
      </Title>
      <FormPlace value={place}>
        <SchemaFields
          schema={{ ...schema, properties: own }}
          value={writing.document}
          {...{ isReadOnly, problems }}
          onChange={(to) => writing.change(to, section)}
        />
      </FormPlace>
    </Paper>
  );
}
