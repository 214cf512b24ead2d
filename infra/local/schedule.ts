// An EventBridge schedule rule, by virtual time. It understands rates; a cron expression is refused.
import { randomUUID } from 'node:crypto';

export interface ScheduleRule {
  readonly name: string;
  readonly arn: string;
  /** `rate(1 minute)` */
  readonly expression: string;
  readonly region: string;
  readonly account: string;
}

export interface Schedule {
  /** Milliseconds. */
  readonly period: number;
  /** Milliseconds since 1970; when the schedule was made, if it has not fired since. */
  lastFired(): number;
  /** Fires if the period is over. To be called often. */
  beat(): void;
  fire(): Promise<void>;
}

/** `invoke` calls the rule's target with the event. */
export function createSchedule(
  rule: ScheduleRule,
  invoke: (event: unknown) => Promise<unknown>,
  now: () => number,
): Schedule {
  const period = periodOf(rule);
  let lastFired = now();
  let firing = false;
  async function fire() {
    lastFired = now();
    firing = true;
    await invoke(scheduledEvent(rule, lastFired)).catch((error) => console.error(error));
    firing = false;
  }
  return {
    period,
    lastFired: () => lastFired,
    beat() {
      if (!firing && now() - lastFired >= period) void fire();
    },
    fire,
  };
}

const milliseconds: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

function periodOf({ name, expression }: ScheduleRule): number {
  const [, count, unit = ''] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const each = milliseconds[unit];
  if (!count || !each)
    throw new Error(`Rule ${name}: the local schedule understands rates, not ${expression}`);
  return Number(count) * each;
}

const scheduledEvent = ({ arn, account, region }: ScheduleRule, time: number) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account,
  time: `${new Date(time).toISOString().slice(0, 19)}Z`,
  region,
  resources: [arn],
  detail: {},
});
