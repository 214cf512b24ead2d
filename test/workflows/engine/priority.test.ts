// Priorities: where several messages want one place, the campaign with the smaller number has it, at once or later.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, openDiaryIn, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;
const smart = { workspace: { smartSending: '16 hours' } } as const;

const withPriority = (id: string, priority: number, rest = `steps: [{ send: ${id} }]`) =>
  campaign(`{ priority: ${priority}, ${rest} }`, { campaign: id });

const mail = ({ lines }: { lines: readonly string[] }) =>
  lines.filter((line) => /email|withheld|held/.test(line));

describe('of several messages at one moment', () => {
  it('the one of the highest priority goes, whatever the order in which campaigns are listed', () => {
    const all = [withPriority('a', 5), withPriority('b', 2), withPriority('c', 9)];
    for (const order of [all, [...all].reverse()])
      expect(mail(openDiaryIn(smart, ...order).event('Started', sara))).toEqual([
        'day 0: email b',
        'day 0: withheld a (smart_sending)',
        'day 0: withheld c (smart_sending)',
      ]);
  });

  it('of one priority the one that has been due the longest goes, and then by name', () => {
    const same = [withPriority('b', 5), withPriority('a', 5)];
    for (const order of [same, [...same].reverse()])
      expect(mail(openDiaryIn(smart, ...order).event('Started', sara))[0]).toBe('day 0: email a');
  });

  it('somebody who is woken is asked beside somebody who enters', () => {
    const waiting = withPriority(
      'waiting',
      7,
      'trigger: { event: Seen }, steps: [{ wait: { for: 9 days, until: { event: Started } } }, { send: late }]',
    );
    const diary = openDiaryIn(smart, waiting, withPriority('entering', 3)).event('Seen', sara);
    expect(mail(diary.event('Started'))).toEqual([
      'day 0: email entering',
      'day 0: withheld late (smart_sending)',
    ]);
  });

  it('nobody is in the way who leads into a campaign of higher priority', () => {
    const leading = withPriority(
      'leading',
      9,
      'trigger: { event: Started }, steps: [{ enroll: first }, { send: second }]',
    );
    const first = withPriority('first', 1, 'trigger: { call: true }, steps: [{ send: first }]');
    expect(mail(openDiaryIn(smart, leading, first).event('Started', sara))).toEqual([
      'day 0: email first',
      'day 0: withheld second (smart_sending)',
    ]);
  });

  it('where no rule is in the way all of them go, by their priority', () => {
    const all = [withPriority('a', 5), withPriority('b', 2)];
    expect(mail(openDiary(...all).event('Started', sara))).toEqual([
      'day 0: email b',
      'day 0: email a',
    ]);
  });
});

describe('a message that is held', () => {
  const window = 'sending: { window: { from: "18:00", to: "20:00" } }';
  const held = (more = '') =>
    withPriority('held', 2, `${window.replace(' } }', ` }${more} }`)}, steps: [{ send: held }]`);
  const low = (rest = 'steps: [{ send: low }]') =>
    withPriority('low', 6, `trigger: { event: Now }, ${rest}`);
  const high = withPriority('high', 1, 'trigger: { event: Now }, steps: [{ send: high }]');

  it('has its place before those of lower priority, which are told so', () => {
    const diary = openDiaryIn(smart, held(), low()).event('Started', sara).event('Now');
    expect(mail(diary.pass('10 hours'))).toEqual([
      'day 0: held held until 2026-01-05T18:00',
      'day 0: withheld low (smart_sending)',
      'day 0: email held',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        reason: 'smart_sending',
        because: '"held", of higher priority, goes out in 9 hours',
        passesAt: start + 25 * hour,
      }),
    );
  });

  it('takes no place from one of higher priority, and gives way to it', () => {
    const diary = openDiaryIn(smart, held(), high).event('Started', sara).event('Now');
    expect(mail(diary.pass('10 hours'))).toEqual([
      'day 0: held held until 2026-01-05T18:00',
      'day 0: email high',
      'day 0: withheld held (smart_sending)',
    ]);
  });

  it('takes no place that is far from its own', () => {
    const near = { workspace: { smartSending: '8 hours' } } as const;
    const diary = openDiaryIn(near, held(), low()).event('Started', sara).event('Now');
    expect(mail(diary.pass('10 hours'))).toContain('day 0: email low');
  });

  it('takes none from one of the same priority', () => {
    const same = withPriority('same', 2, 'trigger: { event: Now }, steps: [{ send: same }]');
    const diary = openDiaryIn(smart, held(), same).event('Started', sara).event('Now');
    expect(mail(diary)).toContain('day 0: email same');
  });

  it('takes none where it obeys no such rule itself', () => {
    const free = held(', smartSending: false');
    const diary = openDiaryIn(smart, free, low()).event('Started', sara).event('Now');
    expect(mail(diary.pass('10 hours')).slice(1)).toEqual([
      'day 0: email low',
      'day 0: email held',
    ]);
  });

  it('takes none while its campaign is paused', () => {
    const diary = openDiaryIn(smart, held(), low()).event('Started', sara).turn('held', 'paused');
    expect(mail(diary.event('Now'))).toContain('day 0: email low');
  });

  it('takes none when it is one that everybody must get', () => {
    const must = campaign(
      '{ trigger: { event: Started }, priority: 1, steps: [{ wait: { for: 9 hours } }, { send: bill }] }',
      { campaign: 'must', kinds: { bill: 'transactional' } },
    );
    const diary = openDiaryIn(smart, must, low()).event('Started', sara).event('Now');
    expect(mail(diary.pass('10 hours'))).toEqual(['day 0: email low', 'day 0: email bill']);
  });

  it('counts toward a cap as if it had gone', () => {
    const capped = { workspace: { caps: [{ at_most: 2, within: '1 day' }] } };
    const diary = openDiaryIn(capped, held(), low('reentry: always, steps: [{ send: low }]'));
    diary.event('Started', sara).event('Now').event('Now').pass('10 hours');
    expect(mail(diary)).toEqual([
      'day 0: held held until 2026-01-05T18:00',
      'day 0: email low',
      'day 0: withheld low (frequency_cap)',
      'day 0: email held',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ reason: 'frequency_cap', passesAt: start + 24 * hour }),
    );
  });
});
