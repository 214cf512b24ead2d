// Every endpoint, asked by every role, by nobody, and by a browser that another site makes ask: what is answered follows
// from the least role that the endpoint declares. Whoever may ask is told that the query is wrong, so nothing changes.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { may, type Role, roles } from '../../functions/access-ports.ts';
import { endpoints } from '../../functions/api/index.ts';
import { createBrowser } from '../support/browser-session.ts';
import { catchLog } from '../support/log-lines.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { openShop } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
const tokens = new Map<Role, string>();
const browsers = new Map<Role, ReturnType<typeof createBrowser>>();

const ask = async (token: string, asked: Asked) =>
  askApi<{ secret: string }>(workspace.world, token, asked);

beforeAll(async () => {
  catchLog();
  workspace = await openShop();
  for (const role of roles) {
    const body = { name: `as ${role}`, role };
    const made = await ask(workspace.keys.adminToken, {
      ...{ path: '/api/tokens', method: 'POST', body },
    });
    const browser = createBrowser(workspace.world);
    tokens.set(role, made.secret ?? '');
    browsers.set(role, browser);
    await browser.signIn({ token: made.secret ?? '' });
  }
});
afterAll(() => {
  workspace.world.close();
  vi.restoreAllMocks();
});

const nobody = 401;
const refused = 403;
/** That it got past who asks, and to what was asked. */
const allowed = 422;

const expected = (role: Role, asked: Role | 'anyone') =>
  asked === 'anyone' || may(role, asked) ? allowed : refused;

const table = endpoints.map(({ method, path, role }) => ({ method, path, role }));

test('there is something to ask', () => {
  expect(table.length).toBeGreaterThan(100);
  expect(new Set(table.map(({ role }) => role))).toEqual(new Set([...roles, 'anyone']));
});

test.each(table)('$method $path is for $role, and those above', async ({ method, path, role }) => {
  const asked = `${path.replaceAll(/\{\w+\}/g, 'x')}?no-endpoint-takes-this=1`;
  const answers: unknown[] = [];
  const right: unknown[] = [];
  const note = (who: string, got: number, wanted: number) => {
    answers.push([who, got]);
    right.push([who, wanted]);
  };
  const isOpen = role === 'anyone';
  const stranger = await createBrowser(workspace.world).ask(method, asked, { body: {} });
  note('nobody', stranger.status, isOpen ? allowed : nobody);
  const wrong = await ask('pat_wrong', { method, path: asked, body: {} });
  note('a wrong token', wrong.status, isOpen ? allowed : nobody);
  for (const one of roles) {
    const byToken = await ask(tokens.get(one) ?? '', { method, path: asked, body: {} });
    note(`token of a ${one}`, byToken.status, expected(one, role));
    const byCookie = await browsers.get(one)?.ask(method, asked, { body: {} });
    note(`session of a ${one}`, byCookie?.status ?? 0, expected(one, role));
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const forged = await browsers.get(one)?.ask(method, asked, { body: {}, headers });
    const isLooking = method === 'GET';
    note(`${one} by another site`, forged?.status ?? 0, isLooking ? expected(one, role) : refused);
  }
  expect(answers).toEqual(right);
});
