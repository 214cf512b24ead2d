// `npm run cost:idle`: prints what a month costs in which nothing happens.
import { synthesize } from './assembly.ts';
import { idleUse, total } from './idle-cost.ts';
import { loadAssembly } from './local/template.ts';
import { type Cost, costOf, pricesAsOf } from './price.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };
const lines = idleUse(loadAssembly(await synthesize(), place));

const columns = (what: string, units: string, list: string, afterFree: string) =>
  console.log(what.padEnd(24) + units.padStart(12) + list.padStart(14) + afterFree.padStart(18));

const row = (what: string, units: string, { usd, usdAfterFree }: Cost) =>
  columns(what, units, usd.toFixed(2), usdAfterFree.toFixed(2));

console.log(`USD for a month of nothing in ${place.region}, at the prices of ${pricesAsOf}\n`);
columns('', 'units', 'list price', 'after free tier');
for (const { what, item, units } of lines)
  row(what, Math.round(units).toLocaleString('en-US'), costOf(item, units));
row('Total', '', total(lines));
