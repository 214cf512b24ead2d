// How many were in a segment at the end of each day. The figures stand in a table beneath, for those who cannot see the line.
import { serverNow } from '../../../api/server-time.ts';
import '@mantine/charts/styles.layer.css';
import { AreaChart } from '@mantine/charts';
import { Paper, Text, useDirection, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useFormats } from '../../../words/use-formats.ts';

type Day = Schemas['getSegmentsIdSizesAnswer']['days'][number];

const dayLength = 86_400_000;
const shown = 90;

/** Also the days on which nobody came or left: they end as the day before. */
function everyDay(days: readonly Day[], now = serverNow()): { day: number; members: number }[] {
  const first = days[0];
  if (!first) return [];
  const today = Math.floor(now / dayLength) * dayLength;
  const from = Math.max(Date.parse(first.day), today - (shown - 1) * dayLength);
  const count = Math.max(1, Math.round((today - from) / dayLength) + 1);
  return [...Array(count).keys()].map((index) => {
    const day = from + index * dayLength;
    return { day, members: days.findLast((one) => Date.parse(one.day) <= day)?.members ?? 0 };
  });
}

export default function SizeChart({ segment }: { readonly segment: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = api.useQuery('get', '/api/segments/{id}/sizes', {
    params: { path: { id: segment } },
  });
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting rows={4} />;
  const rows = everyDay(data.days);
  return (
    <Paper withBorder radius="lg" p="lg">
      {rows.length === 0 ? (
        <Text size="sm">{t('Nobody has come or left yet.')}</Text>
      ) : (
        <Line rows={rows} />
      )}
    </Paper>
  );
}

function Line({ rows }: { readonly rows: readonly { day: number; members: number }[] }) {
  const { t } = useTranslation();
  const { number, dayOfWeek } = useFormats();
  const { dir } = useDirection();
  const named = rows.map(({ day: at, members }) => ({ day: dayOfWeek(at), members }));
  return (
    <>
      <AreaChart
        h={200}
        data={named}
        dataKey="day"
        series={[{ name: 'members', label: t('Contacts'), color: 'leaf.5' }]}
        valueFormatter={number}
        curveType="stepAfter"
        withDots={named.length < 3}
        // Time runs as the page is read.
        xAxisProps={{ reversed: dir === 'rtl' }}
        yAxisProps={{ allowDecimals: false, width: 48 }}
        areaProps={{ isAnimationActive: false }}
        areaChartProps={{ accessibilityLayer: false, margin: { top: 12 } }}
        aria-hidden
        dir="ltr"
      />
      <VisuallyHidden>
        <table>
          <caption>{t('How many were in it')}</caption>
          <tbody>
            {named.map((row) => (
              <tr key={row.day}>
                <th scope="row">{row.day}</th>
                <td>{number(row.members)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </>
  );
}
