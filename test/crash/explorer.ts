// The crash explorer: runs a scenario once undisturbed, then once for each side of each call that it makes,
// killing the caller there. Every run must come to the same end.
import type { Builder, FunctionName } from '../support/builders.ts';
import type { Fate } from '../support/instance.ts';
import type { Call } from '../support/world.ts';
import { type EndState, endState } from './end-state.ts';
import { openScenario, type Scenario } from './scenarios.ts';

interface Options {
  readonly replaced?: Partial<Record<FunctionName, Builder>>;
  /** Kill this function only. */
  readonly only?: FunctionName;
  /** Calls of this kind only, such as "PutItem". */
  readonly what?: string;
  /** Stop at the first fault. */
  readonly first?: boolean;
  /** No more points than this, evenly spread over the run. */
  readonly most?: number | undefined;
}

interface Finding {
  readonly point: string;
  readonly fault: string;
}

interface Report {
  readonly points: number;
  /** Mails that an ambiguous end left unsent, as the policy for marketing wants it. */
  readonly skipped: number;
  readonly findings: readonly Finding[];
  readonly calls: readonly Call[];
  /** All points there are, explored or not. */
  readonly all: number;
  /** Of the undisturbed run. */
  readonly mails: number;
  readonly calm: EndState;
}

export async function explore(scenario: Scenario, options: Options = {}): Promise<Report> {
  const { replaced = {} } = options;
  const calm = await run(scenario, replaced, () => 'live');
  const findings: Finding[] = [];
  let points = 0;
  let skipped = 0;
  for (const { call, side } of pointsOf(calm.calls, options)) {
    const end = await run(scenario, replaced, ({ number }) =>
      number === call.number ? side : 'live',
    );
    const point = `${side} call ${call.number}: ${call.function} ${call.what}`;
    findings.push(...judge(calm.state, end.state, call).map((fault) => ({ point, fault })));
    points += 1;
    skipped += skippedIn(end.state);
    if (options.first && findings.length > 0) break;
  }
  const mails = Object.keys(calm.state.mails).length;
  const all = pointsOf(calm.calls, { ...options, most: undefined }).length;
  return { points, all, skipped, findings, calls: calm.calls, mails, calm: calm.state };
}

const sides = ['die_before', 'die_after'] as const;

/** Who calls the API himself asks again when he is not answered, with what he finds then: that is another story. */
const mortal = ({ function: name }: Call) => name !== 'api' && name !== 'setup';

function pointsOf(calls: readonly Call[], { only, what = '', most }: Options) {
  const all = calls
    .filter((call) => mortal(call) && call.what.endsWith(what))
    .filter((call) => only === undefined || call.function === only)
    .flatMap((call) => sides.map((side) => ({ call, side })));
  return most === undefined
    ? all
    : spread(
        all.filter(({ call }) => isRare(call)),
        most,
      );
}

/** Every minute of a run the clock looks at what is due: most of those calls are all alike. */
const isRare = ({ function: name, number }: Call) => name !== 'tick' || number % 10 === 0;

/** Evenly, on one side and on the other. */
const spread = <T>(all: readonly T[], most: number): T[] => {
  const step = Math.max(1, all.length / most);
  return all.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step));
};

async function run(
  scenario: Scenario,
  replaced: NonNullable<Options['replaced']>,
  fate: (call: Call) => Fate,
): Promise<{ state: EndState; calls: readonly Call[] }> {
  const workspace = await openScenario(scenario, { replaced, fate });
  try {
    await scenario.run(workspace);
    return { state: await endState(workspace.world), calls: workspace.world.calls };
  } finally {
    workspace.world.close();
  }
}

const skippedIn = ({ ledger }: EndState): number =>
  Object.values(ledger).filter((state) => state === 'skipped').length;

/** What is wrong with an end, measured by the calm one. */
function judge(calm: EndState, end: EndState, call: Pick<Call, 'function'>): string[] {
  const faults = Object.entries(calm.mails).flatMap(([message]) => judgeMail(message, end, call));
  const strangers = Object.keys(end.mails).filter((message) => !(message in calm.mails));
  if (strangers.length > 0) faults.push(`mails nobody should get: ${strangers.join()}`);
  if (end.places + skippedIn(end) !== calm.places)
    faults.push(`${end.places} places are held, and ${skippedIn(end)} mails were skipped`);
  if (end.deadLetters > 0) faults.push(`${end.deadLetters} messages in dead-letter queues`);
  if (end.stuck > 0) faults.push(`${end.stuck} contacts stuck`);
  const kept = ['contacts', 'rows', 'consents', 'tasks', 'stock'] as const;
  const differing = kept.filter((name) => String(end[name]) !== String(calm[name]));
  faults.push(...differing.map((name) => `${name} differ: ${end[name]}`));
  return faults;
}

/** Sent once and known to be; or, if a sender died over it, not sent and known not to be. */
function judgeMail(message: string, end: EndState, call: Pick<Call, 'function'>): string[] {
  const times = end.mails[message] ?? 0;
  const state = end.ledger[message];
  if (times === 1 && state === 'sent') return [];
  if (times === 0 && state === 'skipped' && call.function === 'deliver') return [];
  return [`${message} was mailed ${times} times and is "${state}"`];
}
