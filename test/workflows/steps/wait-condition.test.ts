// Waiting until a condition holds: asked on arrival, at every change, when time alone may tell, and not after the end.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;
const day = 24 * hour;

const untilPro = campaign(`
  - wait: { for: 7 days, until: { condition: { attribute: plan, op: equals, value: pro } } }
    onTimeout: [{ send: nudge }]
  - send: thanks
`);
const began = () => openDiary(untilPro).event('Started', sara);

describe('A wait until a condition', () => {
  it('is none when it holds on arrival', () => {
    const traits = { ...sara.traits, plan: 'pro' };
    const diary = openDiary(untilPro).event('Started', { ...sara, traits });
    expect(diary.lines).toContain('day 0: email thanks');
  });

  it('ends when an event makes it hold, and says why', () => {
    const diary = began()
      .pass('2 days')
      .event('Upgraded', { traits: { plan: 'pro' } });
    expect(diary.lines).toEqual(['day 2: email thanks', 'day 2: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'resumed', because: expect.stringContaining('plan is pro') }),
    );
  });

  it('ends when a marketer makes it hold', () => {
    const diary = began().edit({ set: { plan: 'pro' } });
    expect(diary.lines).toContain('day 0: email thanks');
  });

  it('goes on while other things change', () => {
    const diary = began()
      .edit({ set: { plan: 'basic' } })
      .event('Seen', { traits: { age: 7 } });
    expect(diary.lines).toEqual([]);
    expect(diary.draft.contact.enrollments[0]?.until).toBe(start + 7 * day);
  });

  it('takes the time-out path at its end, and says what did not hold', () => {
    const diary = began().pass('8 days');
    expect(diary.lines).toEqual(['day 7: email nudge', 'day 7: email thanks', 'day 7: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ because: '7 days have passed, and not: plan is pro' }),
    );
  });

  it('is over at its end, though its alarm is late and the condition holds by then', () => {
    const diary = began()
      .sleep('8 days')
      .edit({ set: { plan: 'pro' } })
      .pass('1 second');
    expect(diary.lines).toContain('day 8: email nudge');
  });

  it('reads what the event of its trigger said', () => {
    const vip = campaign(`
      - wait: { for: 7 days, until: { condition: { property: vip, op: is_true } } }
      - send: thanks
    `);
    const diary = openDiary(vip).event('Started', { ...sara, properties: { vip: true } });
    expect(diary.lines).toContain('day 0: email thanks');
  });
});

describe('A wait until a condition that time alone makes true', () => {
  const untilQuiet = campaign(`
    - wait:
        for: 7 days
        until: { condition: { op: performed, event: Seen, count: never, within: 3 days } }
      onTimeout: [{ send: nudge }]
    - send: quiet
  `);
  const seen = () => openDiary(untilQuiet).event('Seen', sara).event('Started');

  it('ends at that very moment', () => {
    const diary = seen();
    const [{ until = 0 } = {}] = diary.draft.contact.enrollments;
    expect(Math.abs(until - (start + 3 * day))).toBeLessThan(2);
    expect(diary.pass('4 days').lines).toEqual(['day 3: email quiet', 'day 3: completed']);
  });

  it('goes on when something came between', () => {
    const diary = seen().pass('2 days').event('Seen').pass('2 days');
    expect(diary.lines).toEqual([]);
    expect(diary.pass('1 day').pass('1 hour').lines).toContain('day 5: email quiet');
  });

  it('still has its end', () => {
    const diary = seen();
    for (let count = 0; count < 7; count += 1) diary.pass('1 day').event('Seen');
    expect(diary.lines).toContain('day 7: email nudge');
  });
});
