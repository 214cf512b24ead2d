// The crash explorer: runs a scenario once undisturbed, then once for each side of each call that it makes,
// killing the caller there. Every run must come to the same end.
import type { Builder, FunctionName } from '../support/builders.ts';
import type { Fate } from '../support/instance.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { Call } from '../support/world.ts';
import { type EndState, endState } from './end-state.ts';
import type { Scenario } from './scenarios.ts';

export interface Options {
  readonly replaced?: Partial<Record<FunctionName, Builder>>;
  /** Kill this function only. */
  readonly only?: FunctionName;
  /** Stop at the first fault. */
  readonly first?: boolean;
}

export interface Finding {
  readonly point: string;
  readonly fault: string;
}

export interface Report {
  readonly points: number;
  /** Mails that an ambiguous end left unsent, as the policy for marketing wants it. */
  readonly skipped: number;
  readonly findings: readonly Finding[];
  readonly calls: readonly Call[];
  /** Of the undisturbed run. */
  readonly mails: number;
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
    skipped += Object.values(end.state.ledger).filter((state) => state === 'skipped').length;
    if (options.first && findings.length > 0) break;
  }
  const mails = Object.keys(calm.state.mails).length;
  return { points, skipped, findings, calls: calm.calls, mails };
}

const sides = ['die_before', 'die_after'] as const;

const pointsOf = (calls: readonly Call[], { only }: Options) =>
  calls
    .filter((call) => only === undefined || call.function === only)
    .flatMap((call) => sides.map((side) => ({ call, side })));

async function run(
  scenario: Scenario,
  replaced: NonNullable<Options['replaced']>,
  fate: (call: Call) => Fate,
): Promise<{ state: EndState; calls: readonly Call[] }> {
  const workspace = await openWorkspace({ replaced, fate });
  try {
    await scenario.run(workspace);
    return { state: await endState(workspace.world), calls: workspace.world.calls };
  } finally {
    workspace.world.close();
  }
}

/** What is wrong with an end, measured by the calm one. */
export function judge(calm: EndState, end: EndState, call: Pick<Call, 'function'>): string[] {
  const faults = Object.entries(calm.mails).flatMap(([message]) => judgeMail(message, end, call));
  const strangers = Object.keys(end.mails).filter((message) => !(message in calm.mails));
  if (strangers.length > 0) faults.push(`mails nobody should get: ${strangers.join()}`);
  if (end.deadLetters > 0) faults.push(`${end.deadLetters} messages in dead-letter queues`);
  if (end.stuck > 0) faults.push(`${end.stuck} contacts stuck`);
  if (String(end.contacts) !== String(calm.contacts))
    faults.push(`contacts differ: ${end.contacts}`);
  if (String(end.rows) !== String(calm.rows)) faults.push(`timeline differs: ${end.rows}`);
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
