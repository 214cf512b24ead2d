// What reaches a contact after it has turned out to be another is led on there, once, whichever has the smaller id.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { idOf } from '../support/salted-settings.ts';
import { sesEvent } from '../support/ses-events.ts';
import {
  abandon,
  contactOf,
  fates,
  fill,
  get,
  identify,
  mailed,
  openShop,
  order,
  tell,
  timeline,
  unsubscribe,
} from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const day = 86_400_000;
const devices = Array.from({ length: 50 }, (_, at) => `device-${at}`);
const isBelow = (device: string) => idOf(`anonymous:${device}`) < idOf('user:ann');
const below = devices.find(isBelow) ?? '';
const above = devices.find((device) => !isBelow(device)) ?? '';

let workspace: Workspace;
const contact = (who: string) => get<Contact>(workspace, `/api/contacts/${who}`);
const visit = (anonymousId: string) => ({ type: 'page', name: 'Pricing', anonymousId });
const advancing = (...events: Parameters<typeof happened>[1][]) =>
  hand(
    workspace.world.start('advance'),
    envelope(...events.map((one) => happened(workspace.world, one))),
  );

describe.each([
  ['a device whose id is above', above],
  ['a device whose id is below', below],
])('%s that of its user:', (_, device) => {
  const meet = () => tell(workspace, { ...identify('ann'), anonymousId: device });
  const survivor = () => contact('user:ann');
  beforeEach(async () => {
    workspace = await forThisTest(openShop);
    await tell(workspace, identify('ann'), visit(device));
  });

  test('the user stays, and both ids lead there', async () => {
    await meet();
    const { id, merged = [] } = await survivor();
    const both = [idOf('user:ann'), idOf(`anonymous:${device}`)];
    expect([id, ...merged]).toEqual(both);
    for (const one of both) expect(await contactOf(workspace, one)).toBe(id);
  });

  test('who unsubscribes by a link of before gets no more', async () => {
    await tell(workspace, abandon('ann'), fill('ann'));
    await meet();
    await unsubscribe(workspace, 'ann@example.com');
    expect((await survivor()).consent?.status).toBe('unsubscribed');
    await workspace.world.advance(3 * day);
    expect(await mailed(workspace)).toHaveLength(1);
  });

  test('a walk goes on where it was, once, and its mail can be unsubscribed from', async () => {
    await tell(workspace, fill('ann'));
    await meet();
    await workspace.world.advance(3 * day);
    expect(await mailed(workspace)).toEqual(['ann@example.com']);
    await unsubscribe(workspace, 'ann@example.com');
    expect((await survivor()).consent?.status).toBe('unsubscribed');
    expect(await fates(workspace, 'user:ann')).toEqual(['sent']);
  });

  test('what SES says of a mail of before is heard', async () => {
    const tags = { message: 'msg_1', contact: idOf('user:ann'), campaign: 'offer' };
    await meet();
    const bouncedRecipients = [{ emailAddress: 'ann@example.com' }];
    const event = sesEvent('Bounce', {
      tags,
      part: { bounceType: 'Permanent', bouncedRecipients },
    });
    await workspace.world.invoke('feedback', {
      Records: [{ messageId: '1', body: JSON.stringify(event) }],
    });
    expect((await survivor()).suppressions).toMatchObject([{ address: 'ann@example.com' }]);
  });

  test('an event that was on its way to either counts once, however often it comes', async () => {
    const { id } = happened(workspace.world);
    await advancing({ id, user: 'ann' });
    await meet();
    for (const one of [idOf('user:ann'), idOf(`anonymous:${device}`)])
      for (const name of ['Order Completed', 'Order Completed'])
        await advancing({ id, name, contact: one }, { id: `${id}/${one}`, name, contact: one });
    expect((await survivor()).entries.receipt?.count).toBe(3);
  });

  test('an event of long ago that comes again is known from the timeline of either', async () => {
    const known = [{ user: 'ann' }, { anonymous: device }].map((keys, at) => ({
      ...happened(workspace.world, { id: `old-${at}`, name: 'Page Viewed', ...keys }),
    }));
    await advancing(...known);
    await meet();
    await workspace.world.advance(2 * day);
    await advancing({ user: 'ann', name: 'Page Viewed' });
    const { revision } = await survivor();
    await advancing(...known);
    expect((await survivor()).revision).toBe(revision);
  });

  test('the timeline has both pasts in the order of time, whole or by portions', async () => {
    for (const event of [visit(device), order('ann'), visit(device), abandon('ann')]) {
      await workspace.world.advance(60_000);
      await tell(workspace, event);
    }
    await meet();
    const rows = await timeline(workspace, 'user:ann');
    const told = rows.map(({ about }) => about.name ?? 'merged');
    const names = ['Page Viewed', 'Order Completed', 'Page Viewed', 'Cart Abandoned'];
    expect(told.filter((name) => names.includes(String(name)))).toEqual([
      ...names.toReversed(),
      'Page Viewed',
    ]);
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => b - a));
    expect(told).toContain('merged');
    const portions: unknown[] = [];
    let next = '';
    do {
      const query = `limit=1${next && `&next=${next}`}`;
      const path = `/api/contacts/${idOf('user:ann')}/timeline?${query}`;
      const portion = await get<{ items: { about: { name?: string } }[]; next?: string }>(
        workspace,
        path,
      );
      portions.push(...portion.items.map(({ about }) => about.name ?? 'merged'));
      next = portion.next ?? '';
    } while (next);
    expect(portions).toEqual(told);
  });

  test('a wish that was outweighed is told with what proves it', async () => {
    const wish = (status: 'subscribed' | 'unsubscribed') => ({
      status,
      method: 'form',
      wording: 'Yes',
    });
    await advancing(
      { user: 'ann', consent: wish('subscribed') },
      { anonymous: device, consent: wish('unsubscribed') },
    );
    await meet();
    expect((await survivor()).consent?.status).toBe('unsubscribed');
    const [merged] = (await timeline(workspace, 'user:ann')).filter(
      ({ kind }) => kind === 'absorb',
    );
    expect(merged?.transitions[0]).toMatchObject({
      kind: 'absorbed',
      outweighed: wish('subscribed'),
    });
  });

  test('who looks through all contacts meets one', async () => {
    await meet();
    const { items } = await get<{ items: Contact[] }>(workspace, '/api/contacts');
    expect(items.map(({ id }) => id)).toEqual([(await survivor()).id]);
  });

  test('mail on its way is asked for the wishes of both', async () => {
    workspace = await forThisTest(() => openShop({ idle: ['deliver'] }));
    await tell(workspace, identify('ann'), visit(device), abandon('ann'));
    await meet();
    const wish = { status: 'unsubscribed', method: 'form' } as const;
    await advancing({ anonymous: device, name: 'Newsletter Left', consent: wish });
    await workspace.world.invoke('deliver', workspace.world.take('deliver'));
    expect(await mailed(workspace)).toEqual([]);
    expect(await fates(workspace, 'user:ann')).toEqual(['withheld: unsubscribed']);
  });
});
