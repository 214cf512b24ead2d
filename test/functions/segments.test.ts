// Segments, lists and the rules of the workspace: published, listed, and kept while something live asks for them.
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteList, listLists, putList } from '../../functions/use-cases/lists.ts';
import {
  deleteSegment,
  listSegments,
  publishSegment,
  readSegment,
} from '../../functions/use-cases/segments.ts';
import { changeRules, readRules } from '../../functions/use-cases/workspace-rules.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, publish, steer } from '../support/marketer.ts';
import { campaign, get } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing(['bob', 'eve']));
});

const known = { attribute: 'email', op: 'is_set' };
const inSegment = (segment: string) => ({ op: 'in_segment', segment });
const put = (id: string, condition: object, name = id) =>
  steer(shop, (ports) => publishSegment(ports, id, { name, condition }, { by: 'ann' }));
const list = (id: string) => steer(shop, (ports) => putList(ports, id, { name: id }, 'ann'));
const dropSegment = (id: string) => steer(shop, (ports) => deleteSegment(ports, id, 'ann'));
const dropList = (id: string) => steer(shop, (ports) => deleteList(ports, id, 'ann'));
const forMembers = (condition: object) => {
  const body = campaign('Cart Abandoned', 'marketing', 'Hi');
  return { ...body, campaign: { ...(body.campaign as object), audience: condition } };
};
const asking = (status: number, text: string) => ({
  status,
  message: expect.stringContaining(text),
});

describe('A segment', () => {
  it('finds its members when it is published', async () => {
    const { version, fill } = await put('known', known);
    expect([version, fill]).toEqual([1, expect.stringMatching(/^job_/)]);
    await shop.world.quiet();
    const bob = await get<{ segments: object }>(shop, '/api/contacts/user:bob');
    expect(Object.keys(bob.segments)).toEqual(['known']);
  });

  it('finds them even if its publisher dies as soon as it is live', async () => {
    const dying = steer(shop, (ports) => {
      const jobQueue = { send: () => Promise.reject(new Error('died')) };
      return publishSegment(
        { ...ports, jobQueue },
        'known',
        { name: 'x', condition: known },
        { by: 'ann' },
      );
    });
    await expect(dying).rejects.toThrow('died');
    await shop.world.advance(40 * 60_000);
    const bob = await get<{ segments: object }>(shop, '/api/contacts/user:bob');
    expect(Object.keys(bob.segments)).toEqual(['known']);
  });

  it('is not written over by who has not seen what it says now', async () => {
    const onTop = (version: number) =>
      steer(shop, (ports) =>
        publishSegment(ports, 'k', { name: 'k', condition: known }, { by: 'bob', onTop: version }),
      );
    expect(await onTop(0)).toMatchObject({ version: 1 });
    await expect(onTop(0)).rejects.toMatchObject({ status: 412 });
    expect(await onTop(1)).toMatchObject({ version: 2 });
    await expect(onTop(1)).rejects.toMatchObject({ status: 412 });
  });

  it('looks for nobody when only its name is another', async () => {
    await put('known', known);
    const renamed = await put('known', known, 'All whom we know');
    expect([renamed.version, renamed.fill]).toEqual([2, undefined]);
    const lines = await steer(shop, (ports) => listSegments(ports, { limit: 10 }));
    expect(lines).toMatchObject([{ id: 'known', name: 'All whom we know', version: 2 }]);
    const { versions } = await steer(shop, (ports) => readSegment(ports, 'known'));
    expect(versions).toMatchObject([{ version: 2, by: 'ann' }, { version: 1 }]);
  });

  it('asks only for what is there', async () => {
    const problem = 'there is no segment "nothing"\n  → at condition.rules[1]';
    await expect(
      put('vip', { op: 'and', rules: [known, inSegment('nothing')] }),
    ).rejects.toMatchObject(asking(422, problem));
    await expect(put('vip', { op: 'in_list', list: 'nobodys' })).rejects.toMatchObject(
      asking(422, 'there is no list "nobodys"'),
    );
  });

  it('does not ask itself, by however many others', async () => {
    await put('a', known);
    await put('b', inSegment('a'));
    await put('c', inSegment('b'));
    await expect(put('a', inSegment('c'))).rejects.toMatchObject(
      asking(422, 'it asks itself: a → c → b → a'),
    );
    await expect(put('d', inSegment('d'))).rejects.toMatchObject(asking(422, 'd → d'));
  });

  it('is kept while something live asks for it', async () => {
    await put('known', known);
    await put('loyal', inSegment('known'));
    await publish(shop, 'offer', forMembers(inSegment('loyal')));
    const usedBy = async (id: string) =>
      (await steer(shop, (ports) => readSegment(ports, id))).usedBy;
    expect(await usedBy('known')).toEqual({ campaigns: [], segments: ['loyal'] });
    expect(await usedBy('loyal')).toEqual({ campaigns: ['offer'], segments: [] });
    await expect(dropSegment('known')).rejects.toMatchObject(asking(409, 'segment "loyal"'));
    await expect(dropSegment('loyal')).rejects.toMatchObject(asking(409, 'campaign "offer"'));
    await publish(shop, 'offer', forMembers(known));
    for (const id of ['loyal', 'known']) await dropSegment(id);
    await expect(dropSegment('known')).rejects.toMatchObject({ status: 404 });
  });

  it('that is missing stops a campaign from going live', async () => {
    await expect(publish(shop, 'offer', forMembers(inSegment('gone')))).rejects.toMatchObject(
      asking(422, 'there is no segment "gone"\n  → at campaign.audience'),
    );
  });
});

describe('A list', () => {
  it('is made, renamed, listed and deleted', async () => {
    await list('friends');
    await steer(shop, (ports) => putList(ports, 'friends', { name: 'Our friends' }, 'ann'));
    const all = () => steer(shop, (ports) => listLists(ports, { limit: 10 }));
    expect(await all()).toEqual([{ id: 'friends', name: 'Our friends' }]);
    await dropList('friends');
    expect(await all()).toEqual([]);
    await expect(dropList('friends')).rejects.toMatchObject({ status: 404 });
  });

  it('is kept while something live asks for it', async () => {
    await list('friends');
    await publish(shop, 'offer', forMembers({ op: 'not_in_list', list: 'friends' }));
    await expect(dropList('friends')).rejects.toMatchObject(asking(409, 'campaign "offer"'));
  });
});

describe('The rules of the workspace', () => {
  const change = (rules: object) => steer(shop, (ports) => changeRules(ports, rules, 'ann'));

  it('are what was put last; what is left out has its default', async () => {
    const rules = await change({ zone: 'Asia/Tehran', weekend: [4, 5], holdout: 5 });
    expect(rules).toMatchObject({ zone: 'Asia/Tehran', holdout: 5, smartSending: '16 hours' });
    expect(await steer(shop, readRules)).toEqual(rules);
  });

  it('are refused with the place and the reason', async () => {
    await expect(change({ zone: 'Mars/Base', holdout: 200 })).rejects.toMatchObject(
      asking(422, '→ at zone'),
    );
  });
});
