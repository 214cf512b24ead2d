// The result as tables for people.
import type { CostLine } from './cost.ts';
import type { Result } from './phases.ts';

type PhaseResult = Result['phases'][number];

export function report({ phases, ...about }: Result): string {
  return [
    `Node ${about.node}; prices of ${about.pricesAsOf}, us-east-1, list price without free tiers`,
    table(['', ...phases.map(({ name }) => name)], speeds(phases)),
    'Handler CPU, milliseconds per mail',
    table(['', ...phases.map(({ name }) => name)], cpuByFunction(phases)),
    'For a million events with one mail each: what is counted, and US dollars',
    table(['', ...phases.flatMap(({ name }) => [name, '$'])], money(phases)),
  ].join('\n\n');
}

const speeds = (phases: readonly PhaseResult[]): string[][] => [
  row('Events', phases, ({ events }) => whole(events)),
  row('Events/s accepted', phases, (phase) => whole(phase.eventsPerSecond)),
  row('Mails/s', phases, (phase) => whole(phase.mailsPerSecond)),
  row('Event to answer, p50 ms', phases, ({ toAnswer }) => whole(toAnswer.p50)),
  row('Event to answer, p99 ms', phases, ({ toAnswer }) => whole(toAnswer.p99)),
  row('Event to mail, p50 ms', phases, ({ toMail }) => whole(toMail.p50)),
  row('Event to mail, p99 ms', phases, ({ toMail }) => whole(toMail.p99)),
  row('Peak memory, MB', phases, ({ peakMemory }) => whole(peakMemory / 2 ** 20)),
];

function cpuByFunction(phases: readonly PhaseResult[]): string[][] {
  const ids = Object.keys(phases[0]?.reading.functions ?? {});
  const cpu = (id: string) => (phase: PhaseResult) =>
    ((phase.reading.functions[id]?.cpu ?? 0) / phase.mails).toFixed(2);
  const calls = (id: string) => (phase: PhaseResult) =>
    phase.reading.functions[id]?.invocations ?? 0;
  return [
    ...ids
      .filter((id) => phases.some((phase) => calls(id)(phase) > 0))
      .map((id) => row((id.split('Function')[0] ?? '').toLowerCase(), phases, cpu(id))),
    row('All', phases, ({ cpuPerMail }) => cpuPerMail.toFixed(2)),
  ];
}

function money(phases: readonly PhaseResult[]): string[][] {
  const lines = rows(phases, ({ cost }) => cost.lines);
  const total = (what: string, usd: (phase: PhaseResult) => number) => [
    what,
    ...phases.flatMap((phase) => ['', usd(phase).toFixed(2)]),
  ];
  return [
    ...lines,
    total('All besides SES', ({ cost }) => cost.usd),
    total('  at the times assumed for AWS', ({ cost }) => cost.usdInAws),
    ...rows(phases, ({ cost }) => cost.ses),
  ];
}

/** A row for every line that any phase has. */
function rows(
  phases: readonly PhaseResult[],
  linesOf: (phase: PhaseResult) => readonly CostLine[],
): string[][] {
  const names = new Set(phases.flatMap((phase) => linesOf(phase).map(({ what }) => what)));
  return [...names].map((what) => [
    what,
    ...phases.flatMap((phase) => {
      const line = linesOf(phase).find((each) => each.what === what);
      return line ? [amount(line.units), line.usd.toFixed(3)] : ['', ''];
    }),
  ]);
}

const row = (
  what: string,
  phases: readonly PhaseResult[],
  cell: (phase: PhaseResult) => string,
): string[] => [what, ...phases.map(cell)];

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const amount = (value: number): string => (value < 10 ? value.toFixed(2) : whole(value));

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const all = [head, ...body];
  const widths = head.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
  return all
    .map((cells) =>
      cells
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 2),
        )
        .join(''),
    )
    .join('\n');
}
