// When broadcasts run: once or again and again, after an outage by rule, and at everybody's own hour.
import { describe, expect, test, vi } from 'vitest';
import { readRuns } from '../../functions/use-cases/broadcast.ts';
import { day, hour, minute, openBroadcasting, subscribe } from '../support/broadcasting.ts';
import { steer } from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { mailed, timeline } from '../support/shop.ts';
import { epoch, type Workspace } from '../support/workspace.ts';

let shop: Workspace;

const tomorrow = { at: '2026-01-06T09:00' };
const daily = { every: 'day', at: '09:00' };
const often = { reentry: 'always' };
const once = { reentry: 'never' };
const runs = () => steer(shop, (ports) => readRuns(ports, 'news'));

/** For so long nothing runs; then it does again. */
async function wakeAfter(time: number) {
  vi.setSystemTime(epoch + time);
  await shop.world.advance(0);
}

describe('a run that comes late', () => {
  test('by less than 72 hours is made up for', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow }));
    await subscribe(shop, ['ann']);
    await wakeAfter(4 * day);
    expect(await mailed(shop)).toEqual(['ann@example.com']);
    expect(await runs()).not.toHaveProperty('next');
  });

  test('by more is not, and says so', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow }));
    await subscribe(shop, ['ann']);
    await wakeAfter(4 * day + minute);
    expect(await mailed(shop)).toEqual([]);
    expect(await runs()).toMatchObject({
      runs: [
        { state: 'stopped', because: 'Not started: it was 73 hours late, and 72 are the most' },
      ],
    });
  });

  test('stands for those before it that were missed, too', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: daily, more: often }));
    await subscribe(shop, ['ann']);
    await wakeAfter(5 * day + hour);
    expect(await mailed(shop)).toEqual(['ann@example.com']);
    expect(await runs()).toMatchObject({
      next: epoch + 6 * day,
      runs: [{ input: { at: epoch + 5 * day }, because: '4 runs before it were missed' }],
    });
  });
});

describe('a recurring broadcast', () => {
  test('runs every time, and everybody enters again as its campaign allows', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: daily, more: often }));
    await subscribe(shop, ['ann']);
    await shop.world.advance(3 * day + minute);
    expect(await mailed(shop)).toHaveLength(3);
    expect((await runs()).runs.map(({ input }) => input.at)).toEqual(
      [3, 2, 1].map((days) => epoch + days * day),
    );
  });

  test('tells those who may not enter again', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: daily, more: once }));
    await subscribe(shop, ['ann']);
    await shop.world.advance(2 * day + minute);
    expect(await mailed(shop)).toHaveLength(1);
    const [row] = await timeline(shop, 'user:ann');
    expect(row?.transitions).toMatchObject([{ kind: 'not_entered', reason: 'reentry' }]);
  });

  test('reaches those who came since the last time', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: daily, more: once }));
    await subscribe(shop, ['ann']);
    await shop.world.advance(day + minute);
    await subscribe(shop, ['bob']);
    await shop.world.advance(day);
    expect(await mailed(shop)).toEqual(['ann@example.com', 'bob@example.com']);
  });
});

describe('a broadcast at the local hour', () => {
  const local = { at: '2026-01-07T09:00', local: true };
  const nine = Date.UTC(2026, 0, 7, 9);

  test("reaches everybody at nine o'clock of their own", async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: local }));
    await subscribe(shop, ['kiri'], { timezone: 'Pacific/Kiritimati' });
    await subscribe(shop, ['yuki'], { timezone: 'Asia/Tokyo' });
    await subscribe(shop, ['nora'], {});
    await subscribe(shop, ['pago'], { timezone: 'Pacific/Pago_Pago' });
    const mailedBy = async (time: number) => {
      await shop.world.advance(time - shop.world.now());
      return (await mailed(shop)).map((address) => address.slice(0, 4));
    };
    expect(await mailedBy(nine - 14 * hour - minute)).toEqual([]);
    expect(await mailedBy(nine - 14 * hour + minute)).toEqual(['kiri']);
    expect(await mailedBy(nine - 9 * hour - minute)).toEqual(['kiri']);
    expect(await mailedBy(nine - 9 * hour + minute)).toEqual(['kiri', 'yuki']);
    expect(await mailedBy(nine + minute)).toEqual(['kiri', 'yuki', 'nora']);
    expect(await mailedBy(nine + 11 * hour + minute)).toEqual(['kiri', 'yuki', 'nora', 'pago']);
    expect((await runs()).runs).toMatchObject([{ state: 'done', matched: 4 }]);
  });

  test('says until when it waits', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: local }));
    await subscribe(shop, ['nora']);
    await shop.world.advance(nine - 14 * hour + minute - shop.world.now());
    const [row] = await timeline(shop, 'user:nora');
    expect(row?.transitions).toMatchObject([
      { kind: 'entered' },
      { kind: 'waiting', step: 'mail', until: nine },
    ]);
  });
});
