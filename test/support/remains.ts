// Looks for a person in everything that is kept: every item of every table, as it lies there and unpacked.
import { gunzipSync } from 'node:zlib';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unpack } from '../../functions/adapters/packing.ts';
import type { World } from './world.ts';

type Item = Record<string, AttributeValue>;

/** The texts of all items, by where they lie. */
export async function everything(world: World): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [name, TableName] of Object.entries(world.tables)) {
    for (const item of await scan(world, TableName))
      found.set(`${name} ${item.pk?.S} ${item.sk?.S}`, textOf(item));
  }
  if (found.size === 0) throw new Error('Nothing was seen: the tables are empty');
  return found;
}

/** Places where any of these words still stands, in whatever case. */
export async function placesOf(world: World, words: readonly string[]): Promise<string[]> {
  const lower = words.map((word) => word.toLowerCase());
  return [...(await everything(world))].flatMap(([place, text]) =>
    lower.some((word) => text.toLowerCase().includes(word)) ? [`${place}: ${text}`] : [],
  );
}

async function scan(world: World, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const answer = await world.observer.send(new ScanCommand({ TableName, ExclusiveStartKey }));
    items.push(...(answer.Items ?? []));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

function textOf(item: Item): string {
  const plain = Object.entries(item).flatMap(([name, value]) =>
    value.B ? [] : [[name, value] as const],
  );
  return [
    JSON.stringify(Object.fromEntries(plain)),
    ...(item.z1 ? [JSON.stringify(unpack(item))] : []),
    ...(item.raw?.B ? [gunzipSync(item.raw.B).toString()] : []),
  ].join(' ');
}
