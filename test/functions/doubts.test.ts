// Doubt: when nobody can say whether SES has a mail, SES's own account decides, and nobody is mailed twice.
import { describe, expect, test, vi } from 'vitest';
import type { SendOutcome } from '../../functions/channels/email/ses.ts';
import type { Doubt, Resolved } from '../../functions/sending-ports.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Answer, openPostOffice, timedOut } from '../support/post-office.ts';
import {
  abandon,
  fates,
  get,
  identify,
  mailed,
  openShop,
  order,
  tell,
  timeline,
} from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const minute = 60_000;

let workspace: Workspace;

async function open(options: WorkspaceOptions): Promise<Workspace> {
  workspace = await forThisTest(() => openShop(options));
  await tell(workspace, identify('ann'));
  return workspace;
}

async function openWith(answer: Answer) {
  const office = openPostOffice(answer);
  await open({ replaced: { deliver: office.deliver } });
  return office;
}

interface Doubts {
  readonly pending: readonly Doubt[];
  readonly resolved: readonly Resolved[];
}

const doubts = async (): Promise<Doubts> => ({
  pending: (await get<{ items: Doubt[] }>(workspace, '/api/doubts')).items,
  resolved: (await get<{ items: Resolved[] }>(workspace, '/api/doubts/resolved')).items,
});
const verdicts = async () => (await doubts()).resolved.map(({ verdict }) => verdict);

describe('an ambiguous answer', () => {
  test('puts the message in doubt, where the API lists it', async () => {
    const office = await openWith(() => timedOut);
    await tell(workspace, order('ann'));
    expect(await fates(workspace, 'user:ann')).toEqual(['doubt: TimeoutError: no answer']);
    const { pending, resolved } = await doubts();
    expect(pending).toMatchObject([
      { message: { campaign: 'receipt' }, resolveAt: workspace.world.now() + 15 * minute },
    ]);
    expect(resolved).toEqual([]);
    expect(office.tries).toHaveLength(1);
  });

  test('waits for the evidence, which may come late', async () => {
    await openWith(() => timedOut);
    await tell(workspace, order('ann'));
    await workspace.world.advance(14 * minute);
    expect((await doubts()).pending).toHaveLength(1);
  });

  test.each([
    ['an offer', abandon('ann')],
    ['a receipt', order('ann')],
  ])('on %s that SES did take: it was sent, and is not sent again', async (_, event) => {
    const office = await openWith(async (_to, accept) => {
      await accept();
      return timedOut;
    });
    await tell(workspace, event);
    await workspace.world.advance(60 * minute);
    expect(await verdicts()).toEqual(['sent']);
    expect(await fates(workspace, 'user:ann')).toEqual(['sent: in doubt, then sent']);
    expect(office.tries).toHaveLength(1);
    expect(await mailed(workspace)).toHaveLength(1);
  });

  test('on an offer that SES never saw: it is skipped', async () => {
    const office = await openWith(() => timedOut);
    await tell(workspace, abandon('ann'));
    await workspace.world.advance(60 * minute);
    expect(await verdicts()).toEqual(['skipped']);
    expect(await fates(workspace, 'user:ann')).toEqual(['skipped: in doubt, then skipped']);
    expect(office.tries).toHaveLength(1);
  });

  test('on a receipt that SES never saw: it is sent once more', async () => {
    const office = await openWith((_, accept, count) => (count === 1 ? timedOut : accept()));
    await tell(workspace, order('ann'));
    await workspace.world.advance(60 * minute);
    expect(await verdicts()).toEqual(['resent']);
    expect(office.tries).toHaveLength(2);
    expect(await mailed(workspace)).toHaveLength(1);
    expect(await fates(workspace, 'user:ann')).toMatchObject([expect.stringMatching(/^sent/)]);
  });

  test('twice on the same receipt: there is no third try', async () => {
    const office = await openWith(() => timedOut);
    await tell(workspace, order('ann'));
    await workspace.world.advance(24 * 60 * minute);
    expect(await verdicts()).toEqual(['resent', 'skipped']);
    expect(office.tries).toHaveLength(2);
    expect((await doubts()).pending).toEqual([]);
  });

  test('after a throttled try still has its second one: only what may have gone out counts', async () => {
    const answers = [{ kind: 'throttled', daily: false }, timedOut] as const;
    const office = await openWith((_, accept, count) => answers[count - 1] ?? accept());
    await tell(workspace, order('ann'));
    await workspace.world.advance(60 * minute);
    expect(office.tries).toHaveLength(3);
    expect(await verdicts()).toEqual(['resent']);
    expect(await mailed(workspace)).toHaveLength(1);
  });
});

describe('two senders', () => {
  test('with one parcel at the same moment send it once', async () => {
    await open({ idle: ['deliver'] });
    await tell(workspace, order('ann'));
    const event = workspace.world.take('deliver');
    const answers = await Promise.all(
      ['one', 'two'].map(() => workspace.world.start('deliver').run(event)),
    );
    const again = answers.map((answer) => (answer as Answered).batchItemFailures.length);
    expect(again.sort()).toEqual([0, 1]);
    expect(await mailed(workspace)).toHaveLength(1);
  });

  test('respect a lease: the parcel goes back until the first has had its time', async () => {
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<SendOutcome>();
    const office = openPostOffice(() => {
      asked.resolve();
      return answered.promise;
    });
    await open({ idle: ['deliver'], replaced: { deliver: office.deliver } });
    await tell(workspace, order('ann'));
    const event = workspace.world.take('deliver');
    const slow = workspace.world.start('deliver').run(event);
    await asked.promise;
    const answer = (await workspace.world.invoke('deliver', event)) as Answered;
    expect(answer.batchItemFailures).toHaveLength(1);
    answered.resolve(timedOut);
    await slow;
    expect(await workspace.world.invoke('deliver', event)).toEqual({ batchItemFailures: [] });
    expect(office.tries).toHaveLength(1);
  });

  test('of which the first died: the second puts the message in doubt instead of sending it', async () => {
    const isSend = (what: string) => what === 'SendRawEmail';
    await open({ fate: ({ what }) => (isSend(what) ? 'die_before' : 'live') });
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await tell(workspace, order('ann'));
    await workspace.world.advance(4 * minute);
    expect((await doubts()).pending).toHaveLength(1);
    expect(await timeline(workspace, 'user:ann')).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          about: expect.objectContaining({
            state: 'doubt',
            because: 'its sender stopped before it recorded an answer',
          }),
        }),
      ]),
    );
    await workspace.world.advance(60 * minute);
    expect(await mailed(workspace)).toEqual([]);
    expect(await verdicts()).toEqual(['resent', 'skipped']);
  });
});

interface Answered {
  readonly batchItemFailures: readonly unknown[];
}
