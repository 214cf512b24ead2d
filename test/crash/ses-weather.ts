// SES on its bad days, together with senders and listeners that die: what becomes of one receipt and one offer when
// answers are lost and events are lost, late or doubled, and a function is killed at any of its calls.
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { unpack } from '../../functions/adapters/packing.ts';
import * as feedbackFunction from '../../functions/feedback.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import type { Resolved } from '../../functions/sending-ports.ts';
import type { Builder } from '../support/builders.ts';
import type { Fate } from '../support/instance.ts';
import { deliverWith, timedOut } from '../support/post-office.ts';
import { abandon, identify, openShop, order, tell } from '../support/shop.ts';
import type { Call, World } from '../support/world.ts';
import { endState } from './end-state.ts';

export const answers = ['heard', 'answer lost', 'request lost'] as const;
export const events = ['once', 'lost', 'late', 'doubled'] as const;

/** Of the first try; a second one, where there is one, finds better weather. */
export interface Weather {
  readonly answer: (typeof answers)[number];
  readonly event: (typeof events)[number];
}

const minute = 60_000;
const hour = 60 * minute;

/** A mail that SES took without our hearing of it, or that never reached SES. */
const deliverIn = ({ answer }: Weather): Builder => {
  const tried = new Set<string>();
  return deliverWith(({ sendRaw }) => ({
    sendRaw: async (raw, envelope, tags) => {
      const { message = '' } = tags;
      if (answer === 'heard' || tried.has(message)) return sendRaw(raw, envelope, tags);
      tried.add(message);
      if (answer === 'answer lost') await sendRaw(raw, envelope, tags);
      return timedOut;
    },
  }));
};

/** What SES tells of a mail's leaving: not at all, after the time that is given to it, or twice. */
const feedbackIn = ({ event }: Weather, world: () => World): Builder =>
  ((env: never, aws: AwsConfig) => {
    const handler = feedbackFunction.create(env, aws) as unknown as Listener;
    return async ({ Records }: SQSEvent, context: never) => {
      const early = event === 'late' ? Records.filter(isEarly) : [];
      for (const record of early) putBack(world(), record);
      const rest = Records.filter((record) => !early.includes(record));
      return handler({ Records: rest.flatMap((record) => heardOf(record, event)) }, context);
    };
  }) as unknown as Builder;

const heardOf = (record: SQSRecord, event: Weather['event']): SQSRecord[] =>
  isTold(record) ? Array<SQSRecord>(times[event]).fill(record) : [record];

const times = { once: 1, lost: 0, late: 1, doubled: 2 } as const;

type Listener = (event: SQSEvent, context: never) => Promise<unknown>;

const isTold = ({ body }: SQSRecord): boolean => JSON.parse(body).detail?.eventType === 'Send';

const isEarly = (record: SQSRecord): boolean => isTold(record) && lateness(record.body) < 3;

const lateness = (body: string): number => JSON.parse(body).late ?? 0;

/** A quarter of an hour at a time, three times: later than anybody waits for it. */
function putBack({ queues }: World, { body, eventSourceARN }: SQSRecord): void {
  const later = JSON.stringify({ ...JSON.parse(body), late: lateness(body) + 1 });
  queues.send(eventSourceARN.split(':').at(-1) ?? '', [{ body: later, delay: 900 }]);
}

export interface Outcome {
  /** By campaign: how often its mail reached its reader. */
  readonly receipt: number;
  readonly offer: number;
  /** What is known of each in the end. */
  readonly states: readonly string[];
  readonly resolved: readonly Resolved['verdict'][];
  readonly deadLetters: number;
  readonly stuck: number;
  readonly calls: readonly Call[];
}

export async function weather(wet: Weather, fate: (call: Call) => Fate): Promise<Outcome> {
  const feedback = feedbackIn(wet, () => workspace.world);
  const replaced = { deliver: deliverIn(wet), feedback };
  const workspace = await openShop({ replaced, fate });
  const { world } = workspace;
  try {
    await tell(workspace, identify('ann'));
    await world.advance(10 * minute);
    await tell(workspace, order('ann'), abandon('ann'));
    await world.advance(3 * hour);
    const letters = await world.outbox.letters();
    const { ledger, deadLetters, stuck } = await endState(world);
    const of = (name: string) => letters.filter(({ campaign }) => campaign === name).length;
    return {
      ...{ receipt: of('receipt'), offer: of('offer') },
      states: Object.values(ledger).toSorted(),
      resolved: await verdicts(world),
      ...{ deadLetters, stuck, calls: world.calls },
    };
  } finally {
    world.close();
  }
}

async function verdicts({ observer, tables }: World): Promise<Resolved['verdict'][]> {
  const { Items = [] } = await observer.send(
    new QueryCommand({
      TableName: tables.work,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'DOUBT#RESOLVED' } },
    }),
  );
  return Items.map((item) => unpack<Resolved>(item).verdict);
}

/**
 * What may not happen, by its words; those that come true are answered. A receipt is tried twice: when the first request
 * is lost and its second sender dies as well, it is known to be skipped.
 */
export function faultsIn({ answer, event }: Weather, end: Outcome, isKilled: boolean): string[] {
  const fewest = answer === 'request lost' && isKilled ? 0 : 1;
  const canTell = event === 'once' || event === 'doubled';
  const known = end.states.filter((state) => state === 'sent').length;
  const isSettled = end.states.every((state) => state === 'sent' || state === 'skipped');
  const faults: readonly (readonly [boolean, string])[] = [
    [end.offer > 1, `the offer was mailed ${end.offer} times`],
    [end.receipt < fewest, 'the receipt was never mailed'],
    [end.receipt > (canTell ? 1 : 2), `the receipt was mailed ${end.receipt} times`],
    [end.states.length !== 2 || !isSettled, `states: ${end.states.join()}`],
    [canTell && known !== end.offer + end.receipt, `${known} are known to be sent`],
    [end.deadLetters > 0, `${end.deadLetters} in dead-letter queues`],
    [end.stuck > 0, `${end.stuck} contacts stuck`],
  ];
  return faults.flatMap(([isSo, words]) => (isSo ? [words] : []));
}
