// The schema over the API: what came in, the types that the owner declares, and what becomes of values that do not fit.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { campaign, get, openShop, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const ask = <T = object>(method: Asked['method'], path: string, body?: unknown) =>
  askApi<T>(workspace.world, workspace.keys.adminToken, { method, path, body });
const items = async (path: string) => (await get<{ items: object[] }>(workspace, path)).items;
const identify = (traits: object) => ({ type: 'identify', userId: 'nora', traits });
const bought = (properties: object) => ({
  ...{ type: 'track', userId: 'nora', event: 'Order Completed', properties },
});
const attribute = async (name: string) =>
  (await items('/api/attributes')).find((one) => (one as { name: string }).name === name);

describe('the schema', () => {
  test('tells events, properties and attributes with their types and days', async () => {
    const day = new Date(workspace.world.now()).toISOString().slice(0, 10);
    await tell(workspace, identify({ plan: 'pro', seats: '3' }), bought({ total: 5 }));
    await tell(workspace, bought({ total: 'five', 'a@example.com': 1 }));
    const seen = await items('/api/schema');
    const span = { first: day, last: day };
    expect(seen).toContainEqual({
      ...{ key: 'event:Order Completed', ...span },
      fields: { total: { types: ['number', 'text'], ...span } },
    });
    expect(JSON.stringify(seen)).not.toContain('example.com');
    expect(await attribute('plan')).toEqual({
      name: 'plan',
      proposal: 'text',
      types: ['text'],
      ...span,
    });
  });

  test('lets a campaign that asks for what nobody has be published, with a warning', async () => {
    await tell(workspace, identify({ plan: 'pro' }));
    const { campaign: document, templates } = campaign(
      'Order Completed',
      'transactional',
      'Hi',
    ) as never;
    const audience = (name: string) => ({ op: 'equals', attribute: name, value: 'pro' });
    const publish = (name: string) =>
      ask<{ warnings: { message: string }[] }>('PUT', '/api/campaigns/plans', {
        campaign: { ...(document as object), audience: audience(name) },
        templates,
      });
    const warned = async (name: string) =>
      (await publish(name)).warnings?.map(({ message }) => message).join() ?? '';
    expect(await warned('paln')).toContain('Nobody has had an attribute "paln" so far');
    expect(await warned('plan')).not.toContain('attribute');
  });
});

describe('a declared attribute', () => {
  beforeEach(async () => {
    await ask('PUT', '/api/attributes/seats', { type: 'number', description: 'Paid for' });
  });

  test('is coerced where nothing is lost; what does not fit is left out, told and counted', async () => {
    await tell(workspace, identify({ seats: '۱۲', plan: 'pro' }));
    await tell(workspace, identify({ seats: 'many', plan: 'max' }));
    const { traits } = await get<Contact>(workspace, '/api/contacts/user:nora');
    expect(traits).toMatchObject({ seats: 12, plan: 'max' });
    // Both came in one moment, and stand there in no order.
    const rows = await timeline(workspace, 'user:nora');
    expect(rows.flatMap(({ transitions }) => transitions)).toContainEqual({
      ...{ kind: 'attributes_refused', because: 'seats is a number, not many' },
      mistyped: ['seats'],
    });
    expect(await attribute('seats')).toMatchObject({
      ...{ type: 'number', declared: 'owner', description: 'Paid for' },
      mismatches: { count: 1 },
    });
  });

  test('is refused with its place where somebody waits for the answer', async () => {
    await tell(workspace, identify({ plan: 'pro' }));
    const edit = { set: { plan: 'max', seats: 'many' } };
    expect(await ask('PATCH', '/api/contacts/user:nora', edit)).toMatchObject({
      ...{ status: 422, at: 'set.seats' },
    });
    const person = { user: 'ali', attributes: { birthday: 'soon' } };
    expect(await ask('POST', '/api/contacts', person)).toMatchObject({
      ...{ status: 422, at: 'attributes.birthday' },
    });
    const { traits } = await get<Contact>(workspace, '/api/contacts/user:nora');
    expect(traits).toEqual({ plan: 'pro' });
  });

  test('can be another, or none again; those of the engine itself stay', async () => {
    await ask('PUT', '/api/attributes/seats', { type: 'text' });
    expect(await attribute('seats')).toMatchObject({ type: 'text' });
    expect(await ask('DELETE', '/api/attributes/seats')).toMatchObject({ status: 204 });
    expect(await attribute('seats')).toBeUndefined();
    expect(await ask('DELETE', '/api/attributes/seats')).toMatchObject({ status: 404 });
    expect(await ask('PUT', '/api/attributes/email', { type: 'number' })).toMatchObject({
      status: 422,
    });
  });
});
