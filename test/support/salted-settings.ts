// A salt that is always the same, so that contacts have the same ids in every world and at every run: which of two
// survives a merge is told by them.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { keys } from '../../functions/adapters/keys.ts';
import { pack } from '../../functions/adapters/packing.ts';
import { keyHasher } from '../../functions/adapters/salt.ts';
import type { World } from './world.ts';

const erasureSalt = 'no secret';
const settings = { organization: { name: '', address: '' }, signingKeys: [], erasureSalt };
const stored = { ...keys.settings(), rev: { N: '1' }, ...pack({ settings, revision: 1 }) };

/** Before anything else is set up. */
export async function saltSettings({ observer, tables }: World): Promise<void> {
  await observer.send(new PutItemCommand({ TableName: tables.core, Item: stored }));
}

/** The id of the contact that is first known by this key. */
export const idOf = (key: string): string => `con_${keyHasher(erasureSalt)(key)}`;
