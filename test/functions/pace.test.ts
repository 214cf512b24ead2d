// The pace over the real store: many senders with one clock, SES asked now and then, and one sign of SES heard by all.
import { describe, expect, test } from 'vitest';
import { createPaceStore } from '../../functions/adapters/pace-store.ts';
import type { Pace, SendQuota } from '../../functions/sending-ports.ts';
import { createPace } from '../../functions/use-cases/pace.ts';
import { localStore } from '../support/local-store.ts';
import { catchLog } from '../support/log-lines.ts';

const second = 1_000;
const minute = 60 * second;

async function open(quota: () => SendQuota | Promise<SendQuota> = () => ({ perSecond: 10 })) {
  catchLog();
  const store = await localStore();
  let now = Date.UTC(2026, 0, 5, 9);
  const asked: number[] = [];
  const writes = { count: 0 };
  const kept = createPaceStore(store.client, store.work);
  const sender = (): Pace =>
    createPace({
      store: {
        ...kept,
        swap: (...change) => {
          writes.count += 1;
          return kept.swap(...change);
        },
      },
      quota: async () => {
        asked.push(now);
        return quota();
      },
      now: () => now,
    });
  const advance = (time: number) => {
    now += time;
  };
  return { sender, asked, writes, advance, now: () => now, soon: () => now + 20 * second };
}

const moments = ({ at, every, count }: Awaited<ReturnType<Pace['reserve']>>) =>
  Array.from({ length: count }, (_, index) => Math.round(at + index * every));

describe('senders that know nothing of one another', () => {
  test('share one pace: no two mails have the same moment', async () => {
    const { sender, now, soon } = await open();
    const senders = Array.from({ length: 6 }, sender);
    const all = await Promise.all(
      senders.flatMap((one) => [
        one.reserve('urgent', 3, soon()),
        one.reserve('urgent', 2, soon()),
      ]),
    );
    const found = all.flatMap(moments).toSorted((a, b) => a - b);
    expect(new Set(found).size).toBe(30);
    expect(found[0]).toBe(now());
    expect((found.at(-1) ?? 0) - now()).toBe(Math.round((29 * second) / 9.5));
  });

  test('are told of the others by the write that fails, and need no read', async () => {
    const { sender, soon, writes } = await open();
    const [one, other] = [sender(), sender()];
    await one.reserve('urgent', 1, soon());
    await other.reserve('urgent', 1, soon());
    writes.count = 0;
    await one.reserve('urgent', 1, soon());
    expect(writes.count).toBe(2);
    await one.reserve('urgent', 1, soon());
    expect(writes.count).toBe(3);
  });
});

describe('SES is asked for its quota', () => {
  test('once in five minutes, by one of all, and only while there is mail', async () => {
    const { sender, asked, advance, soon } = await open();
    const senders = Array.from({ length: 4 }, sender);
    const first = senders[0] as Pace;
    await first.reserve('urgent', 1, soon());
    const round = () => Promise.all(senders.map((one) => one.reserve('urgent', 1, soon())));
    await round();
    expect(asked).toHaveLength(1);
    advance(4 * minute);
    await round();
    expect(asked).toHaveLength(1);
    advance(2 * minute);
    await round();
    expect(asked).toHaveLength(2);
    advance(24 * 60 * minute);
    expect(asked).toHaveLength(2);
  });

  test('and what it says counts from then on', async () => {
    let perSecond = 1;
    const { sender, advance, soon } = await open(() => ({ perSecond }));
    const pace = sender();
    expect((await pace.reserve('urgent', 2, soon())).every).toBeCloseTo(1_000 / 0.95, 3);
    perSecond = 50;
    advance(6 * minute);
    expect((await pace.reserve('urgent', 2, soon())).every).toBeCloseTo(20 / 0.95, 3);
  });

  test('and as long as it has never said anything, its slowest pace is kept', async () => {
    const { sender, soon } = await open(() => Promise.reject(new Error('Throttling')));
    expect((await sender().reserve('urgent', 2, soon())).every).toBeCloseTo(1_000 / 0.95, 3);
  });

  test('and where it has no end nothing is written', async () => {
    const { sender, writes, now, soon } = await open(() => ({}));
    const pace = sender();
    await pace.reserve('bulk', 1, soon());
    writes.count = 0;
    expect(await pace.reserve('bulk', 10, soon())).toMatchObject({
      count: 10,
      at: now(),
      every: 0,
    });
    expect(writes.count).toBe(0);
  });
});

describe('what SES says to one sender', () => {
  test('slows all of them down', async () => {
    const { sender, advance, soon } = await open(() => ({ perSecond: 100 }));
    const [one, other] = [sender(), sender()];
    await other.reserve('urgent', 1, soon());
    await one.slow({ daily: false });
    advance(second);
    const [, slots] = [
      await other.reserve('urgent', 1, soon()),
      await other.reserve('urgent', 2, soon()),
    ];
    expect(slots.every).toBeGreaterThan(1_000 / (55 * 0.95));
  });

  test('of the day holds all mail until SES counts less', async () => {
    const sent = { count: 10 };
    const { sender, advance, soon } = await open(() => ({
      perSecond: 10,
      perDay: 100,
      sent: sent.count,
    }));
    const [one, other] = [sender(), sender()];
    await one.slow({ daily: true });
    expect(await other.reserve('urgent', 1, soon())).toMatchObject({ count: 0, isDayOver: true });
    advance(6 * minute);
    expect(await other.reserve('urgent', 1, soon())).toMatchObject({ count: 1 });
  });
});
