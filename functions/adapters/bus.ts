// Envelopes onto the event bus. Reads the partial answers of PutEvents entry by entry.
import { setTimeout } from 'node:timers/promises';
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { envelopeDetailType } from '../../workflows/model/event.ts';
import { log } from '../log.ts';
import type { Packed, Place } from '../use-cases/envelopes.ts';

export const busSource = 'perennial.ingest';

const entriesPerCall = 10;
const pauses = [50, 200];

export function createBus(client: EventBridgeClient, busName: string): Place {
  const put = async <P extends Packed>(envelopes: readonly P[]): Promise<readonly P[]> => {
    try {
      const answer = await client.send(new PutEventsCommand({ Entries: envelopes.map(entry) }));
      return envelopes.filter((_, index) => !answer.Entries?.[index]?.EventId);
    } catch (error) {
      // Not forgotten: the caller has another place for what is given back, or reports it.
      log.error('the bus took nothing', { error, envelopes: envelopes.length });
      return envelopes;
    }
  };
  const entry = ({ json }: Packed) => ({
    EventBusName: busName,
    Source: busSource,
    DetailType: envelopeDetailType,
    Detail: json,
  });
  return {
    keep: async (envelopes) => {
      let left = await inCalls(envelopes, put);
      for (const pause of pauses) {
        if (left.length === 0) break;
        await setTimeout(pause * (0.5 + Math.random()));
        left = await inCalls(left, put);
      }
      return left;
    },
  };
}

async function inCalls<P>(
  envelopes: readonly P[],
  put: (some: readonly P[]) => Promise<readonly P[]>,
): Promise<readonly P[]> {
  const starts = envelopes.keys().filter((index) => index % entriesPerCall === 0);
  const calls = starts.map((start) => put(envelopes.slice(start, start + entriesPerCall)));
  return (await Promise.all(calls)).flat();
}
