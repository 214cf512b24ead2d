// Envelopes into the inbox queue, from which they are packed tighter. One message is one envelope.
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { log } from '../log.ts';
import type { Packed, Place } from '../use-cases/envelopes.ts';

export function createInbox(client: SQSClient, queueUrl: string): Place {
  const send = async <P extends Packed>(envelope: P): Promise<readonly P[]> => {
    try {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: envelope.json }));
      return [];
    } catch (error) {
      // Not forgotten: the caller has another place for what is given back, or reports it.
      log.error('the inbox took nothing', { error });
      return [envelope];
    }
  };
  return { keep: async (envelopes) => (await Promise.all(envelopes.map(send))).flat() };
}
