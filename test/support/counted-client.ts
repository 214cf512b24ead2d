// A DynamoDB client that counts the units its calls are billed, and that can die at any of them.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

interface Command {
  readonly input: { ReturnConsumedCapacity?: 'TOTAL' };
  readonly constructor: { readonly name: string };
}

interface Capacity {
  readonly CapacityUnits?: number;
}

interface Counted {
  readonly client: DynamoDBClient;
  /** What was asked since the last count, as "Query", and the units that reads were billed. */
  count(): { readonly calls: readonly string[]; readonly units: number };
}

/** `dies` is asked before every call, by its number from 0 on; the rest of the caller's life does not happen. */
export function counting(
  client: Pick<DynamoDBClient, 'send'>,
  dies: (call: number) => boolean = () => false,
): Counted {
  let calls: string[] = [];
  let units = 0;
  let made = 0;
  const counted = async (command: Command) => {
    if (dies(made)) throw new Error('died');
    made += 1;
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const answer = (await client.send(command as never)) as {
      ConsumedCapacity?: Capacity | Capacity[];
    };
    calls.push(command.constructor.name.replace('Command', ''));
    const used = [answer.ConsumedCapacity ?? []].flat();
    units += used.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    return answer;
  };
  return {
    client: { send: counted } as unknown as DynamoDBClient,
    count: () => {
      const counts = { calls, units };
      calls = [];
      units = 0;
      return counts;
    },
  };
}
