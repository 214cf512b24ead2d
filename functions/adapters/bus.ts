// Envelopes onto the event bus. Reads the partial answers of PutEvents entry by entry.
import { setTimeout } from 'node:timers/promises';
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { envelopeDetailType } from '../../workflows/model/event.ts';
import { log } from '../log.ts';
import { chunks } from '../use-cases/chunks.ts';
import type { Packed, Place } from '../use-cases/envelopes.ts';

const entriesPerCall = 10;
/** Milliseconds before each further try of the entries that were refused. A failed call the SDK has retried itself. */
const pauses = [0, 50, 200];

export function createBus(client: EventBridgeClient, busName: string): Place {
  const entry = ({ json }: Packed) => ({
    EventBusName: busName,
    Source: 'perennial.ingest',
    DetailType: envelopeDetailType,
    Detail: json,
  });
  const attempt = async <P extends Packed>(
    envelopes: readonly P[],
    pause: number,
  ): Promise<readonly P[]> => {
    if (envelopes.length === 0) return [];
    if (pause > 0) await setTimeout(pause * (0.5 + Math.random()));
    const answer = await client.send(new PutEventsCommand({ Entries: envelopes.map(entry) }));
    return envelopes.filter((_, index) => !answer.Entries?.[index]?.EventId);
  };
  const put = async <P extends Packed>(envelopes: readonly P[]): Promise<readonly P[]> => {
    let left = envelopes;
    try {
      for (const pause of pauses) left = await attempt(left, pause);
    } catch (error) {
      // Not forgotten: the caller has another place for what is given back, or reports it.
      log.error('the bus took nothing', { error, envelopes: left.length });
    }
    return left;
  };
  return {
    keep: async (envelopes) =>
      (await Promise.all(chunks(envelopes, entriesPerCall).map(put))).flat(),
  };
}
