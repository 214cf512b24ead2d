// When a wait begins and when it ends, whatever was late: its trigger, its alarm, or the event it waits for.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;

const nudging = campaign(`
  - wait: { for: 3 days, until: { event: Report Created } }
    onTimeout:
      - send: nudge
      - wait: { for: 2 days }
      - send: second-nudge
  - send: thanks
`);

const began = () => openDiary(nudging).event('Started', sara);

describe('when a wait began', () => {
  const earlier = { timestamp: start - hour };

  it('an event from before does not wake it, however late it arrives', () => {
    expect(began().event('Report Created', earlier).lines).toEqual([]);
  });

  it('an event of the same moment wakes it', () => {
    expect(began().event('Report Created', { timestamp: start }).lines).toContain(
      'day 0: email thanks',
    );
  });

  it('is when the trigger happened, not when it was worked on', () => {
    const diary = openDiary(nudging)
      .pass('1 minute')
      .event('Started', { ...sara, ...earlier });
    expect(diary.event('Report Created', { timestamp: start }).lines).toContain(
      'day 0: email thanks',
    );
  });

  it('is when the step before it ended', () => {
    const chained = campaign(`
      - wait: { for: 1 day }
      - wait: { for: 1 day, until: { event: Report Created } }
        onTimeout: [{ send: nudge }]
    `);
    const day = 24 * hour;
    const before = openDiary(chained).event('Started', sara).pass('25 hours');
    before.event('Report Created', { timestamp: start + day - 1 }).pass('1 day');
    expect(before.lines).toContain('day 2: email nudge');
    const after = openDiary(chained).event('Started', sara).pass('25 hours');
    after.event('Report Created', { timestamp: start + day }).pass('1 day');
    expect(after.lines).not.toContain('day 2: email nudge');
  });

  it('is no later than now, even for an event from the future', () => {
    const future = { timestamp: start + 20 * hour };
    const diary = openDiary(nudging).event('Started', { ...sara, ...future });
    expect(diary.pass('1 hour').event('Report Created').lines).toContain('day 0: email thanks');
  });

  it('an event serves once in a walk: two waits for it in a row need two', () => {
    const twice = campaign(`
      - wait: { for: 1 day, until: { event: Report Created } }
      - wait: { for: 1 day, until: { event: Report Created } }
      - send: thanks
    `);
    const diary = openDiary(twice).event('Started', sara).event('Report Created');
    expect(diary.lines).toEqual(['day 0: woken: "Report Created" happened']);
    expect(diary.event('Report Created').lines).toContain('day 0: email thanks');
  });
});

describe('when a wait ends', () => {
  const late = { timestamp: start + 4 * 24 * hour };

  it('an event after its end does not wake it, though its alarm is late', () => {
    const diary = began().sleep('5 days').event('Report Created', late).pass('1 second');
    expect(diary.lines).toEqual(['day 5: email nudge']);
  });

  it('an event from before its end wakes it, however late both arrive', () => {
    const early = { timestamp: start + 2 * 24 * hour };
    const diary = began().sleep('5 days').event('Report Created', early);
    expect(diary.lines).toContain('day 5: email thanks');
  });

  it('an event of that very moment comes too late', () => {
    const same = { timestamp: start + 3 * 24 * hour };
    const diary = began().sleep('4 days').event('Report Created', same).pass('1 second');
    expect(diary.lines).toEqual(['day 4: email nudge']);
  });

  it('the next one counts from there, however late its alarm was', () => {
    const two = campaign('[{ wait: { for: 2 days } }, { wait: { for: 2 days } }, { send: a }]');
    const diary = openDiary(two).event('Started', sara).sleep('3 days').pass('1 second');
    expect(diary.draft.contact.enrollments[0]?.until).toBe(start + 4 * 24 * hour);
  });

  it('the next one counts from now when it would be over before it begins', () => {
    const drip = campaign(`
      - wait: { for: 1 day }
      - send: first
      - wait: { for: 1 day }
      - send: second
      - wait: { for: 1 day }
      - send: third
    `);
    const diary = openDiary(drip).event('Started', sara).sleep('30 days').pass('9 days');
    // The first fell due so long ago that it is not sent at all.
    expect(diary.lines).toEqual([
      'day 30: withheld first (expired)',
      'day 31: email second',
      'day 32: email third',
      'day 32: completed',
    ]);
  });
});
