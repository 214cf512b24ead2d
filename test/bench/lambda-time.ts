// How long the functions would run in AWS: there a call to another service takes longer than on this
// machine, and a function has the share of a CPU that its memory buys. Assumptions, not measurements.
import type { FunctionDefinition, FunctionStats } from '../../infra/local/function-host.ts';

const assumed = {
  /** Megabytes that buy one whole CPU. */
  megabytesPerCpu: 1769,
  /** Milliseconds that a call to DynamoDB, SQS or EventBridge takes. */
  call: 8,
  /** Milliseconds that a call to SES takes. */
  ses: 100,
  /** Calls that an invocation waits for, one after the other. */
  calls: { Ingest: 1, Pack: 1, Advance: 4, Deliver: 3, Feedback: 1 } as Record<string, number>,
} as const;

/** Gigabyte-seconds. */
export function computeInAws(
  stats: readonly (readonly [string, FunctionStats])[],
  definitions: readonly FunctionDefinition[],
): number {
  return stats.reduce((sum, [id, { cpu, invocations }]) => {
    const { memory = 0 } = definitions.find((each) => each.id === id) ?? {};
    const [name = ''] = id.split('Function');
    const ses = name === 'Deliver' ? assumed.ses : 0;
    const waiting = invocations * ((assumed.calls[name] ?? 1) * assumed.call + ses);
    const computing = cpu * Math.max(1, assumed.megabytesPerCpu / memory);
    return sum + ((waiting + computing) / 1000) * (memory / 1024);
  }, 0);
}
