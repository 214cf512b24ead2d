// The API: for holders of a token, and with answers that help everybody else.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi, send } from '../support/sender.ts';
import { contactOf, get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const ask = (asked: Asked, token = workspace.keys.adminToken) =>
  askApi(workspace.world, token, asked);
const put = (path: string, body: unknown) => ask({ path, method: 'PUT', body });

describe('the door', () => {
  const path = '/api/campaigns';

  test.each([
    ['no token', {}],
    ['an empty one', { authorization: 'Bearer ' }],
    ['a wrong one', { authorization: 'Bearer pat_wrong' }],
    ['one of another kind', { authorization: 'Basic cGF0Og==' }],
  ])('stays shut to %s', async (_, headers) => {
    expect(await ask({ path, method: 'GET', headers })).toMatchObject({
      status: 401,
      error: expect.stringContaining('Authorization: Bearer'),
    });
  });

  test('does not open to a write key', async () => {
    expect(await ask({ path, method: 'GET' }, workspace.keys.writeKey)).toMatchObject({
      status: 401,
    });
  });

  test.each([
    ['GET', '/api/nothing', 'There is no GET /api/nothing'],
    ['GET', '/api', 'There is no GET /api'],
    ['POST', '/api/campaigns', 'There is no POST /api/campaigns'],
    ['GET', '/api/contacts/user:nobody', 'There is no such contact'],
    ['GET', '/api/contacts/nobody/timeline', 'There is no such contact'],
    ['GET', '/api/contacts/con_nobody', 'There is no such contact'],
  ])('answers 404 to %s %s', async (method, wanted, error) => {
    expect(await ask({ path: wanted, method })).toEqual({ status: 404, code: 'not_found', error });
  });

  test.each(['', '{', 'name: x'])('answers 400 to the body %j', async (body) => {
    expect(await ask({ path: '/api/organization', method: 'PUT', text: body })).toEqual({
      status: 400,
      code: 'bad_request',
      error: 'The body is not JSON',
    });
  });
});

describe('the organization', () => {
  test('is what was put last, at once', async () => {
    const organization = { name: 'Ann & Söhne', address: '1 Road' };
    expect(await put('/api/organization', organization)).toMatchObject(organization);
    expect(await get(workspace, '/api/organization')).toEqual(organization);
  });

  test('has what templates show, and no more once that is left out', async () => {
    const organization = {
      ...{
        name: 'Ann',
        address: '1 Road',
        website: 'http://ann.example',
        reply_to: 'a@ann.example',
      },
      ...{ logo_url: 'https://ann.example/logo.png', privacy_url: 'https://ann.example/privacy' },
    };
    expect(await put('/api/organization', organization)).toMatchObject(organization);
    expect(await get(workspace, '/api/organization')).toEqual(organization);
    const { name, address } = organization;
    await put('/api/organization', { name, address });
    expect(await get(workspace, '/api/organization')).toEqual({ name, address });
  });

  test.each([
    ['name', '   '],
    ['address', '   '],
    ['address', '\u200b\u00a0'],
    ['website', 'javascript:alert(1)'],
    ['privacy_url', '/privacy'],
    ['logo_url', 'http://ann.example/logo.png'],
    ['reply_to', 'سارا@example.com'],
  ])('has no %s such as %s', async (field, value) => {
    const organization = { name: 'Ann', address: '1 Road', [field]: value };
    expect(await put('/api/organization', organization)).toMatchObject({ status: 422, at: field });
  });

  test('needs a name and a postal address', async () => {
    expect(await put('/api/organization', { name: 'Ann' })).toEqual({
      status: 422,
      code: 'invalid',
      at: 'address',
      error: expect.stringContaining('→ at address'),
      problems: [{ at: 'address', message: expect.stringContaining('missing') }],
    });
  });
});

test('a contact is found by any of its keys, an address however it is written', async () => {
  await tell(workspace, identify('ann', 'ann@example.com'));
  const id = await contactOf(workspace, 'user:ann');
  for (const who of [id, 'user:ann', 'email:ann@example.com', 'email:Ann@Example.com'])
    expect(await contactOf(workspace, who)).toBe(id);
});

test('the quarantine shows what was not taken, and why', async () => {
  const batch = [{ type: 'track', event: 'Nobody Did This' }];
  const { writeKey } = workspace.keys;
  await send(workspace.world, 'ingest', {
    path: '/v1/batch',
    body: JSON.stringify({ batch, writeKey }),
  });
  const day = new Date(workspace.world.now()).toISOString().slice(0, 10);
  const { items } = await get<{ items: { rejected: unknown }[] }>(
    workspace,
    `/api/quarantine/${day}`,
  );
  const [kept] = items;
  expect(kept).toMatchObject({ source: 'segment/first', count: 1 });
  expect(kept?.rejected).toMatchObject([{ reason: expect.stringContaining('userId') }]);
  expect(await get(workspace, '/api/quarantine/2020-01-01')).toEqual({ items: [] });
  expect(await ask({ path: '/api/quarantine/yesterday', method: 'GET' })).toMatchObject({
    status: 422,
    at: 'day',
  });
});
