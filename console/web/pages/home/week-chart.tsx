// Mails of each day of the week. The figures stand in a table beneath, for those who cannot see the bars.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Paper, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.ts';
import type { Overview } from './pages.tsx';

export default function WeekChart({ days }: Pick<Overview, 'days'>) {
  const { t } = useTranslation();
  const { dayOfWeek, number } = useFormats();
  const rows = days.map((one) => ({ day: dayOfWeek(Date.parse(one.day)), sent: one.sent }));
  return (
    <Paper withBorder radius="lg" p="lg">
      <BarChart
        h={220}
        data={rows}
        dataKey="day"
        series={[{ name: 'sent', label: t('Mails sent'), color: 'leaf.5' }]}
        valueFormatter={number}
        yAxisProps={{ allowDecimals: false }}
        barProps={{ radius: [4, 4, 0, 0], maxBarSize: 56, isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        aria-hidden
        dir="ltr"
      />
      <VisuallyHidden>
        <table>
          <caption>{t('Mails sent')}</caption>
          <tbody>
            {rows.map((row) => (
              <tr key={row.day}>
                <th scope="row">{row.day}</th>
                <td>{number(row.sent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Paper>
  );
}
