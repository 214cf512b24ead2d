// A draft while it is written: nothing that was typed is lost, whatever is on its way meanwhile, and nobody is written over.
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../console/web/api/refusal.ts';
import { createSaver } from '../../../console/web/pages/campaigns/writing/saver.ts';
import { settled, underWay } from '../../../console/web/pages/campaigns/writing/under-way.ts';
import { changeTo } from '../../../console/web/parts/text-editor/change-to.ts';

interface Put {
  readonly name: unknown;
  readonly on: number;
  answer(): void;
  refuse(status: number): void;
}

function open(revision: number) {
  const puts: Put[] = [];
  const told: string[] = [];
  const first = { name: 'first' };
  const saver = createSaver<{ revision: number }>(
    {
      put: (document, on) => {
        const { promise, resolve, reject } = Promise.withResolvers<{ revision: number }>();
        puts.push({
          ...{ name: document.name, on },
          answer: () => resolve({ revision: on + 1 }),
          refuse: (status) => reject(new Refusal(status, 'refused')),
        });
        return promise;
      },
      tell: ({ saving }) => told.push(saving),
    },
    { document: first, revision },
  );
  return { saver, puts, told, first };
}

/** Until all that is ready has run. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('A draft', () => {
  it('typed while it is being saved is saved next, on top of that', async () => {
    const { saver, puts } = open(3);
    const [second, third] = [{ name: 'second' }, { name: 'third' }];
    saver.write(second);
    const one = saver.save();
    await turn();
    saver.write(third);
    const two = saver.save();
    await turn();
    expect(puts).toHaveLength(1);
    puts[0]?.answer();
    expect(await one).toBe(4);
    expect([saver.keeps(second), saver.keeps(third)]).toEqual([true, false]);
    await turn();
    puts[1]?.answer();
    expect(await two).toBe(5);
    expect(puts).toMatchObject([
      { name: 'second', on: 3 },
      { name: 'third', on: 4 },
    ]);
  });

  it('asked to be saved twice at once is saved once', async () => {
    const { saver, puts } = open(3);
    saver.write({ name: 'second' });
    const both = [saver.save(), saver.save()];
    await turn();
    puts[0]?.answer();
    expect(await Promise.all(both)).toEqual([4, 4]);
    expect(puts).toHaveLength(1);
  });

  it('that somebody else has changed is not written over until somebody says so', async () => {
    const { saver, puts, told } = open(3);
    const mine = { name: 'mine' };
    saver.write(mine);
    const refused = saver.save();
    await turn();
    puts[0]?.refuse(412);
    await expect(refused).rejects.toThrow('refused');
    expect(told).toEqual(['saving', 'conflict']);
    saver.on(7);
    const kept = saver.save();
    await turn();
    puts[1]?.answer();
    expect(await kept).toBe(8);
    expect(puts[1]).toMatchObject({ name: 'mine', on: 7 });
  });

  it('that could not be saved is saved when asked again', async () => {
    const { saver, puts, told } = open(0);
    saver.write({ name: 'second' });
    const failed = saver.save();
    await turn();
    puts[0]?.refuse(0);
    await expect(failed).rejects.toThrow('refused');
    const again = saver.save();
    await turn();
    puts[1]?.answer();
    expect(await again).toBe(1);
    expect(told).toEqual(['saving', 'failed', 'saving', 'saved']);
  });

  it('is read again only when nothing of it is on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    void underWay('trial', promise);
    const read: string[] = [];
    void settled('other').then(() => read.push('other'));
    void settled('trial').then(() => read.push('trial'));
    await turn();
    expect(read).toEqual(['other']);
    resolve(1);
    await turn();
    expect(read).toEqual(['other', 'trial']);
  });
});

describe('A text changed elsewhere', () => {
  const turned = (before: string, after: string) => {
    const change = changeTo(before, after);
    if (!change) return before;
    return before.slice(0, change.from) + change.insert + before.slice(change.to);
  };

  it('is changed where it differs and nowhere else', () => {
    expect(changeTo('name: a\nsteps: []\n', 'name: bc\nsteps: []\n')).toEqual({
      ...{ from: 6, to: 7, insert: 'bc' },
    });
    expect(changeTo('same', 'same')).toBeUndefined();
  });

  it.each([
    ['aa', 'aaa'],
    ['aaa', 'aa'],
    ['', 'a'],
    ['abab', 'ab'],
    ['x', 'y'],
  ])('becomes the other: %j, %j', (before, after) => {
    expect(turned(before, after)).toBe(after);
  });
});
