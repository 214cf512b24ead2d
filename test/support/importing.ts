// A file that is imported over the API: begun, sent part by part, and looked at.
import { createHash } from 'node:crypto';
import type { RowResult, SentRow } from '../../functions/import-ports.ts';
import { ask } from './sender.ts';
import { get } from './shop.ts';
import type { Workspace } from './workspace.ts';

export interface Begun {
  readonly status: number;
  readonly id: string;
  readonly state: string;
  readonly parts: number;
  readonly partsDone: number;
  readonly rows: number;
  readonly results: Readonly<Record<string, number>>;
}

export const email = { header: 'Email', to: 'email' };
export const attribute = (name: string, more: object = {}) => ({
  header: name,
  to: 'attribute',
  name,
  ...more,
});

export const api = <T>({ world, keys }: Workspace, method: string, path: string, body?: unknown) =>
  ask<T>(world, keys.adminToken, { method, path, body });

interface Asked {
  readonly parts?: number;
  readonly settings?: object;
}

/** Rows stand for the file: the same rows are the same file. */
export const begin = (
  workspace: Workspace,
  rows: readonly SentRow[],
  { parts = 1, settings }: Asked = {},
): Promise<Begun> =>
  api<Begun>(workspace, 'POST', '/api/imports', {
    columns: [email, attribute('city')],
    ...settings,
    file: {
      name: 'list.csv',
      hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      bytes: 100,
      parts,
    },
  }) as Promise<Begun>;

interface Sent {
  readonly rows: readonly SentRow[];
  readonly first?: number;
}

export const sendPart = (
  workspace: Workspace,
  id: string,
  part: number,
  { rows, first = 2 }: Sent,
) => api<object>(workspace, 'PUT', `/api/imports/${id}/parts/${part}`, { first, rows });

/** All of it, as one part; answers what became of each row, once it is done. */
export async function importRows(
  workspace: Workspace,
  rows: readonly SentRow[],
  settings: object = {},
): Promise<readonly RowResult[]> {
  const { id, ...refused } = await begin(workspace, rows, { settings });
  if (!id) throw new Error(JSON.stringify(refused));
  await sendPart(workspace, id, 0, { rows });
  await workspace.world.quiet();
  return results(workspace, id);
}

export const results = async (workspace: Workspace, id: string, query = ''): Promise<RowResult[]> =>
  (await get<{ items: RowResult[] }>(workspace, `/api/imports/${id}/results${query}`)).items;

/** "2 created", "3 rejected: it is …" */
export const told = (all: readonly RowResult[]): string[] =>
  all.map(({ row, result, because }) => `${row} ${result}${because ? `: ${because}` : ''}`);
