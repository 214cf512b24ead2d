// `npm run bench:render`: how many mails one core writes a second, for each shipped template in each language. Counts CPU
// time and not the clock, so that others on the machine change little. See docs/performance.md.
import { compose } from '../../../functions/channels/email/mime.ts';
import { render } from '../../../functions/channels/email/render.ts';
import { trackerOf } from '../../../functions/channels/email/tracked-links.ts';
import { compileShipped, knownTo, shippedMails } from '../../support/shipped-mails.ts';
import { table, whole } from '../table.ts';

const options = { seconds: 0.3, only: process.argv[2] ?? '' };

/** Runs a second of CPU by `run`, after a short warming-up. */
function perSecond(run: (round: number) => void): number {
  let rounds = 0;
  for (; rounds < 1_000; rounds += 1) run(rounds);
  const before = process.cpuUsage();
  const first = rounds;
  for (;;) {
    for (const end = rounds + 50; rounds < end; rounds += 1) run(rounds);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds >= options.seconds) return (rounds - first) / seconds;
  }
}

const place = { key: 'a key of the bench', publicUrl: 'https://crm.example.com' };
const sentAt = Date.UTC(2026, 10, 22);

const rows: string[][] = [];
const rates: number[] = [];
for (const mail of shippedMails.filter(({ name }) => name.includes(options.only))) {
  const template = await compileShipped(mail);
  const known = knownTo(mail);
  const claim = (round: number) => ({
    ...{ contact: `c_${round}`, message: `m_${round}`, campaign: 'welcome', sentAt },
  });
  const fill = (round: number) =>
    render(template, {
      ...known,
      person: { ...known.person, first_name: `Sara ${round}` },
      // No two of them end at the same second.
      offer: { ...known.offer, until: new Date(sentAt + round * 1000).toISOString() },
      ...(mail.source.kind === 'marketing' && {
        tracker: trackerOf(claim(round), { opens: true, clicks: true }, place),
      }),
    });
  const untracked = (round: number) =>
    render(template, { ...known, person: { first_name: `Sara ${round}` } });
  const written = fill(0);
  const write = () =>
    compose({
      ...{ id: 'm_1', from: { name: 'Acme', address: 'news@example.com' }, ...written },
      ...{ to: { address: 'sara@example.com' }, date: sentAt },
    });
  const [filled, plain, composed] = [perSecond(fill), perSecond(untracked), perSecond(write)];
  const both = 1 / (1 / filled + 1 / composed);
  rates.push(filled);
  rows.push([
    `${mail.name}, ${mail.language}`,
    (Buffer.byteLength(written.html) / 1024).toFixed(1),
    ...[filled, plain, composed, both].map(whole),
  ]);
}
const head = ['template', 'HTML, KB', 'rendered/s', 'untracked/s', 'composed/s', 'both/s'];
console.log(table(head, ...rows));
console.log(`Slowest: ${whole(Math.min(...rates))} rendered a second and core`);
