// A new broadcast, from the audience to the time; it starts only after whoever plans it has seen whom it reaches.
import { Grid, Paper, Stack, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../parts/page.tsx';
import { useMay } from '../../../session/session.ts';
import { Audience } from './audience.tsx';
import { AudienceCheck } from './audience-check.tsx';
import { Mail } from './mail.tsx';
import { blank, missingIn, type Plan } from './plan.ts';
import { StartButton } from './start-button.tsx';
import { When } from './when.tsx';

export interface PlanParts {
  readonly plan: Plan;
  /** Tells what is missing. */
  readonly isChecked: boolean;
  change(by: Partial<Plan>): void;
}

export function NewBroadcast() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [plan, setPlan] = useState(blank);
  const [isChecked, setChecked] = useState(false);
  const change = (by: Partial<Plan>) => setPlan((before) => ({ ...before, ...by }));
  const parts = { plan, isChecked, change };
  return (
    <Page
      title={t('New broadcast')}
      about={t('Whom, what, when. Nothing is sent before you have said yes at the end.')}
      back={{ to: '/broadcasts', label: t('Broadcasts') }}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <Paper withBorder radius="lg" p="lg">
              <Name {...parts} />
            </Paper>
            <Part title={t('Whom')}>
              <Audience {...parts} />
            </Part>
            <Part title={t('What')}>
              <Mail {...parts} />
            </Part>
            <Part title={t('When')}>
              <When {...parts} />
            </Part>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg" pos="sticky" top={76}>
            <AudienceCheck plan={plan} />
            {may && <StartButton plan={plan} check={() => setChecked(true)} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Name({ plan, isChecked, change }: PlanParts) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('Name')}
      description={t('For you and your reports; nobody gets to see it.')}
      required
      maxLength={200}
      value={plan.name}
      error={isChecked && missingIn(plan) === 'name' && t('What is it called?')}
      onChange={(event) => change({ name: event.currentTarget.value })}
    />
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper withBorder radius="lg" p="lg" component="section" aria-label={title}>
    <Title order={2} size="h4" mb="md">
      {title}
    </Title>
    {children}
  </Paper>
);
