// Tasks and events that campaigns order, through the whole system: a lead is handed to sales, and campaigns follow.
import { describe, expect, test } from 'vitest';
import type { Task } from '../../workflows/model/order.ts';
import type { KeptTask } from '../../workflows/model/task.ts';
import { advanceWith } from '../support/advancer.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openLeads, qualify, rowsOf } from '../support/leads.ts';
import { ask } from '../support/sender.ts';
import { get } from '../support/shop.ts';
import { epoch, type Workspace } from '../support/workspace.ts';

const day = 24 * 3_600_000;

let workspace: Workspace;

type Programs = Parameters<typeof openLeads>[0];
const open = async (...programs: Programs) => {
  workspace = await forThisTest(() => openLeads(programs));
};
const task = { title: 'Call {{ person.first_name }}', for: 'sales', due: '1 business day' };
const handOver = { event: 'Lead Qualified', steps: [{ task }] };

const openTasks = async () => (await get<{ items: Task[] }>(workspace, '/api/tasks')).items;
const firstTask = async () => (await openTasks())[0] ?? expect.unreachable('There is no task');
const tasksOf = async (who: string) =>
  (await get<{ items: KeptTask[] }>(workspace, `/api/contacts/${who}/tasks`)).items;
const finish = async ({ id, contact }: Task, body: object) => {
  const path = `/api/contacts/${contact}/tasks/${id}`;
  const answer = await ask(workspace.world, workspace.keys.adminToken, {
    path,
    method: 'PUT',
    body,
  });
  await workspace.world.quiet();
  return answer;
};
const events = async () =>
  (await rowsOf(workspace, 'event')).map(({ about: { name, properties } }) => [name, properties]);
const acted = async () =>
  (await rowsOf(workspace, 'event')).flatMap(({ transitions }) =>
    transitions.flatMap((one) => (one.kind === 'acted' ? [one] : [])),
  );

describe('a task', () => {
  test('is on the list of those that are open, and its contact’s', async () => {
    await open(handOver);
    await qualify(workspace);
    const [one] = await openTasks();
    expect(one).toMatchObject({
      id: expect.stringMatching(/^tsk_/),
      title: 'Call Ann',
      assignee: 'sales',
      due: epoch + day,
      campaign: 'leads-0',
      step: 'task',
    });
    expect(await tasksOf('user:ann')).toEqual([{ task: one }]);
    expect(await acted()).toMatchObject([{ because: 'a task: Call Ann', orders: [one?.id] }]);
  });

  test.each([
    ['done', 'Task Completed'],
    ['dismissed', 'Task Dismissed'],
  ])('that is %s leaves the list, and campaigns hear "%s"', async (state, name) => {
    await open(handOver, {
      event: name,
      steps: [{ task: { title: 'Thank {{ person.first_name }}' } }],
    });
    await qualify(workspace);
    const one = await firstTask();
    const answer = await finish(one, { state, by: 'mia', note: 'Reached her' });
    expect(answer).toMatchObject({ status: 200, finish: { state, by: 'mia' } });
    expect((await openTasks()).map(({ title }) => title)).toEqual(['Thank Ann']);
    expect(await events()).toContainEqual([
      name,
      expect.objectContaining({
        ...{ task_id: one.id, title: 'Call Ann', campaign_id: 'leads-0', step: 'task' },
        ...{ by: 'mia', note: 'Reached her', assignee: 'sales' },
      }),
    ]);
  });

  test('is finished once: told again it says the same, and nobody hears it twice', async () => {
    await open(handOver, { event: 'Task Completed', steps: [{ task: { title: 'Thank her' } }] });
    await qualify(workspace);
    const one = await firstTask();
    for (const by of ['mia', 'leo'])
      expect(await finish(one, { state: 'done', by })).toMatchObject({
        status: 200,
        finish: { by: 'mia' },
      });
    const other = await finish(one, { state: 'dismissed', by: 'leo' });
    expect(other).toMatchObject({ status: 409 });
    expect(JSON.stringify(other)).toContain('It is done already, by mia');
    expect(await openTasks()).toHaveLength(1);
    expect((await events()).filter(([name]) => name === 'Task Completed')).toHaveLength(1);
  });

  test('that is not there cannot be finished', async () => {
    await open(handOver);
    await qualify(workspace);
    const one = await firstTask();
    expect(await finish({ ...one, id: 'tsk_none' }, { state: 'done', by: 'mia' })).toMatchObject({
      status: 404,
    });
    expect(await finish(one, { state: 'later', by: 'mia' })).toMatchObject({ status: 422 });
    expect(await openTasks()).toEqual([one]);
  });
});

describe('an emitted event', () => {
  const says = (event: string) => ({ emit: { event, properties: { total: '{{ event.total }}' } } });

  test('reaches the same contact, and other campaigns follow', async () => {
    await open(
      { event: 'Lead Qualified', steps: [says('Lead Scored')] },
      { event: 'Lead Scored', steps: [{ task: { title: 'Call about {{ event.total }}' } }] },
    );
    await qualify(workspace);
    expect((await events()).map(([name]) => name)).toContain('Lead Scored');
    expect((await openTasks()).map(({ title }) => title)).toEqual(['Call about 99']);
  });

  test('that goes in a circle is stopped, and the timeline says why', async () => {
    await open(
      { event: 'Lead Qualified', steps: [says('Ping')] },
      { event: 'Ping', steps: [says('Pong')] },
      { event: 'Pong', steps: [{ wait: { for: '1 hour' } }, says('Ping')] },
    );
    await qualify(workspace);
    await workspace.world.advance(2 * day);
    const names = (await events()).map(([name]) => name);
    expect(names.filter((name) => name === 'Ping').length).toBeLessThanOrEqual(4);
    const rows = await rowsOf(workspace, 'event');
    expect(rows.flatMap(({ transitions }) => transitions)).toContainEqual(
      expect.objectContaining({ kind: 'not_entered', reason: 'too_many_hops' }),
    );
    expect(workspace.world.deadLetters()).toBe(0);
  });
});

describe('orders that are carried out again', () => {
  /** Writes no rows at first: what was decided counts as not emitted, and is emitted once more. */
  const dying = () => {
    let deaths = 2;
    return advanceWith(({ timeline }) => ({
      timeline: {
        ...timeline,
        put: async (rows) => {
          const isOurs = rows.some(({ about }) => about.name === 'Lead Qualified');
          if (isOurs && deaths-- > 0) throw new Error('died before the rows');
          await timeline.put(rows);
        },
      },
    }));
  };

  test('open no second task, and say nothing twice', async () => {
    const steps = [{ task }, { emit: { event: 'Lead Scored' } }];
    const follower = { event: 'Lead Scored', steps: [{ task: { title: 'Follow up' } }] };
    workspace = await forThisTest(() =>
      openLeads([{ event: 'Lead Qualified', steps }, follower], {
        replaced: { advance: dying() },
      }),
    );
    await qualify(workspace);
    await workspace.world.advance(10 * 60_000);
    expect((await openTasks()).map(({ title }) => title).sort()).toEqual(['Call Ann', 'Follow up']);
    const names = (await events()).map(([name]) => name).sort();
    expect(names).toEqual(['Contact Identified', 'Lead Qualified', 'Lead Scored']);
  });
});
