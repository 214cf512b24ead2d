// The week in four figures, the last of them against the control groups.
import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.ts';
import type { Overview } from './pages.tsx';
import { weekOf } from './week.ts';

export function WeekFigures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const { number, percent, sums } = useFormats();
  const { campaigns, days } = overview;
  const { entered, heldOut, values, extra, lift } = weekOf(campaigns);
  const shown = lift === undefined ? '—' : `${lift > 0 ? '+' : ''}${percent(lift)}`;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      <Figure
        label={t('Mails sent')}
        value={number(days.reduce((sum, { sent }) => sum + sent, 0))}
        about={t('by all campaigns')}
      />
      <Figure
        label={t('Entries into campaigns')}
        value={number(entered)}
        about={t('{{held}} of them held out', { held: number(heldOut) })}
      />
      <Figure
        label={t('Value of goals')}
        value={sums(values)}
        about={
          extra
            ? t('Value beyond what the held out would have brought: about {{value}}', {
                value: sums(extra),
              })
            : t('of those who were treated')
        }
      />
      <Figure
        label={t('Goals, against the control group')}
        value={shown}
        about={
          heldOut > 0
            ? t('An estimate; the results of each campaign tell how sure it is.')
            : t('Nobody was held out this week: nothing to compare with.')
        }
      />
    </SimpleGrid>
  );
}

interface FigureParts {
  readonly label: string;
  readonly value: string;
  readonly about: string;
}

const Figure = ({ label, value, about }: FigureParts) => (
  <Paper withBorder radius="lg" p="md">
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text fz={28} fw={650} lh={1.3}>
      {value}
    </Text>
    <Text size="xs" c="dimmed">
      {about}
    </Text>
  </Paper>
);
