// The result as tables for people.
import type { ColdStart } from './cold-starts.ts';
import type { CostLine } from './cost.ts';
import type { PhaseResult } from './phases.ts';
import { amount, hundredths, table, whole } from './table.ts';

export interface Result {
  readonly node: string;
  readonly region: string;
  readonly pricesAsOf: string;
  readonly phases: readonly PhaseResult[];
  readonly coldStarts: readonly ColdStart[];
}

export function report({ phases, coldStarts, ...about }: Result): string {
  const head = ['', ...phases.map(({ name }) => name)];
  return [
    `Node ${about.node}; prices of ${about.pricesAsOf} in ${about.region}, without free tiers`,
    table(head, ...speeds(phases)),
    'Handler CPU, milliseconds per mail',
    table(head, ...cpuByFunction(phases), ...cpuByOwner(phases)),
    'A million events with one mail each: what is counted, and US dollars',
    table(['', ...phases.flatMap(({ name }) => [name, '$'])], ...money(phases)),
    ...(coldStarts.length > 0 ? ['Cold starts', table(coldHead, ...coldStarts.map(cold))] : []),
  ].join('\n\n');
}

type Phases = readonly PhaseResult[];

const row = (what: string, phases: Phases, cell: (phase: PhaseResult) => string): string[] => [
  what,
  ...phases.map(cell),
];

const speeds = (phases: Phases): string[][] => [
  row('Events', phases, ({ events }) => whole(events)),
  row('Events/s accepted', phases, (phase) => whole(phase.eventsPerSecond)),
  row('Mails/s', phases, (phase) => whole(phase.mailsPerSecond)),
  row('Event to answer, p50 ms', phases, ({ toAnswer }) => whole(toAnswer.p50)),
  row('Event to answer, p99 ms', phases, ({ toAnswer }) => whole(toAnswer.p99)),
  row('Event to mail, p50 ms', phases, ({ toMail }) => whole(toMail.p50)),
  row('Event to mail, p99 ms', phases, ({ toMail }) => whole(toMail.p99)),
  row('Peak memory, MB', phases, ({ peakMemory }) => whole(peakMemory / 2 ** 20)),
];

function cpuByFunction(phases: Phases): string[][] {
  const used = phases.flatMap(({ reading }) => Object.entries(reading.functions));
  const ids = new Set(used.flatMap(([id, { invocations }]) => (invocations > 0 ? [id] : [])));
  const cpu = (id: string) => (phase: PhaseResult) =>
    hundredths((phase.reading.functions[id]?.cpu ?? 0) / phase.mails);
  return [
    ...[...ids].map((id) => row(id.split('Function')[0] ?? id, phases, cpu(id))),
    row('All', phases, ({ cpuPerMail }) => hundredths(cpuPerMail)),
  ];
}

/** The same CPU, divided by whose code it was. */
function cpuByOwner(phases: Phases): string[][] {
  const owners = new Set(phases.flatMap((phase) => Object.keys(phase.owners ?? {})));
  return [...owners].map((owner) =>
    row(`  ${owner}`, phases, (phase) => hundredths(phase.owners?.[owner] ?? 0)),
  );
}

function money(phases: Phases): string[][] {
  const total = (what: string, usd: (phase: PhaseResult) => number) => [
    what,
    ...phases.flatMap((phase) => ['', hundredths(usd(phase))]),
  ];
  return [
    ...costLines(phases, ({ cost }) => cost.lines),
    total('All besides SES', ({ cost }) => cost.usd),
    total('  at the times assumed for AWS', ({ cost }) => cost.usdInAws),
    ...costLines(phases, ({ cost }) => cost.ses),
  ];
}

/** A row for every line that any phase has. */
function costLines(phases: Phases, of: (phase: PhaseResult) => readonly CostLine[]): string[][] {
  const names = new Set(phases.flatMap((phase) => of(phase).map(({ what }) => what)));
  return [...names].map((what) => [
    what,
    ...phases.flatMap((phase) => {
      const line = of(phase).find((each) => each.what === what);
      return line ? [amount(line.units), line.usd.toFixed(3)] : ['', ''];
    }),
  ]);
}

const coldHead = ['', 'KB', 'KB gzipped', 'load ms', 'first answer ms'];

const cold = ({ name, bytes, gzipped, loading, firstAnswer }: ColdStart): string[] => [
  name,
  whole(bytes / 1024),
  whole(gzipped / 1024),
  whole(loading),
  whole(firstAnswer),
];
