// What one event costs while ten, a thousand and ten thousand campaigns are live.

import { publishMany } from './publish-many.ts';
import { type Row, rowOf } from './row.ts';
import { arrival, numbered, openSite } from './site.ts';

export async function growWithCampaigns(counts: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) rows.push(await measure(count));
  return rows;
}

async function measure(count: number): Promise<Row> {
  const site = await openSite();
  await publishMany(site, count);
  const cold = await site.start('advance')(arrival('Order Completed', ['cold']));
  const advance = site.start('advance');
  // Code is compiled while it runs: what comes first is no measure.
  for (const user of numbered(300, (index) => `warm-${index}`))
    await advance(arrival('Order Completed', [user]));
  const spent = [];
  for (const user of numbered(400, (index) => `user-${index}`))
    spent.push(await advance(arrival('Order Completed', [user])));
  site.close();
  return rowOf(`${count.toLocaleString('en')} live campaigns`, spent, { cold });
}
