// A contact whose item cannot be read.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Workspace } from './workspace.ts';

export const broken = 'con_broken';
export const brokenKey = { pk: { S: `C#${broken}` }, sk: { S: 'A' } };

export async function addBroken({ world }: Workspace): Promise<void> {
  const Item = { ...brokenKey, rev: { N: '1' }, z1: { B: Buffer.from('not packed') } };
  await world.observer.send(new PutItemCommand({ TableName: world.tables.core, Item }));
}
