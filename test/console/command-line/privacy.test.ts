// export and erase, over real HTTP: what is written is what the API tells, part behind part.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Command, Misused } from '../../../console/command-line/command.ts';
import { connect } from '../../../console/command-line/connection.ts';
import { eraseCommand } from '../../../console/command-line/erase.ts';
import { exportCommand } from '../../../console/command-line/export.ts';
import { forThisTest } from '../../support/for-this-test.ts';
import { send } from '../../support/sender.ts';
import { identify, openShop, order, tell } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let shop: Workspace;
let url: string;
beforeEach(async () => {
  shop = await forThisTest(() => openShop());
  url = await serve(shop);
});

/** The API on a port, as HTTP API and Lambda would carry it. */
async function serve({ world }: Workspace): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    const { authorization = '' } = request.headers;
    const path = decodeURIComponent(request.url ?? '');
    const { method = 'GET' } = request;
    const answer = await send(world, 'api', { path, method, body, headers: { authorization } });
    response.writeHead(answer.statusCode, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function run(command: Command, places: readonly string[], flags: object = {}) {
  let written = '';
  const around = {
    connect: (given: object) =>
      connect({ ...given, url }, { PERENNIAL_TOKEN: shop.keys.adminToken }),
    ...{ say: () => {}, progress: () => {} },
    write: (text: string) => {
      written += text;
    },
  };
  const code = await command.run(around, places, { ...flags });
  return { code, written };
}

describe('export', () => {
  test('writes all contacts as one file, with the mark of UTF-8 at its beginning', async () => {
    await tell(shop, ...Array.from({ length: 60 }, (_, at) => identify(`u-${at}`)));
    const { code, written } = await run(exportCommand, ['contacts']);
    expect(code).toBe(0);
    expect(written.startsWith('\uFEFFid,email,')).toBe(true);
    expect(written.trimEnd().split('\r\n')).toHaveLength(61);
    const lines = await run(exportCommand, ['contacts'], { format: 'jsonl' });
    expect(lines.written.trimEnd().split('\n')).toHaveLength(60);
  });

  test('writes everything of one person as one JSON', async () => {
    await tell(shop, identify('ann'), order('ann'));
    const { written } = await run(exportCommand, ['person', 'user:ann']);
    const data = JSON.parse(written);
    expect(data.contact.traits).toEqual({ email: 'ann@example.com' });
    expect(data.timeline.length).toBeGreaterThan(1);
    expect(data.next).toBeUndefined();
  });

  test('says how it is used when nobody knows what is wanted', async () => {
    await expect(run(exportCommand, ['person'])).rejects.toThrow(Misused);
  });
});

describe('erase', () => {
  test('does nothing unless it is said to be meant', async () => {
    await tell(shop, identify('ann'));
    await expect(run(eraseCommand, ['user:ann'])).rejects.toThrow(/--yes/);
    expect((await run(exportCommand, ['person', 'user:ann'])).code).toBe(0);
  });

  test('erases somebody, and tells the id under which it can be watched', async () => {
    await tell(shop, identify('ann'));
    const { written } = await run(eraseCommand, ['user:ann'], { yes: true });
    expect(written).toMatch(/^era_\S+ RUNNING\n$/);
    await expect(run(exportCommand, ['person', 'user:ann'])).rejects.toThrow('no such contact');
  });
});
