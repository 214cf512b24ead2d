// Absorbing: two contacts that are one person. What either wished, did and was sent holds for both; nothing is done twice.
import { describe, expect, it } from 'vitest';
import { newContact } from '../../../workflows/model/contact.ts';
import type { SegmentVersion } from '../../../workflows/model/segment.ts';
import { segmentDocument } from '../../../workflows/model/segment.ts';
import { campaign } from '../../support/campaign.ts';
import { type Diary, openDiary, openDiaryIn, sara } from '../../support/diary.ts';
import { absorb, otherThan } from '../../support/merging.ts';

const drip = campaign(
  '{ reentry: always, steps: [{ send: one }, { wait: { for: 2 days } }, { send: two }] }',
);
const both = (): [Diary, Diary] => [openDiary(drip), openDiary(drip)];
const emails = ({ lines }: Diary) => lines.filter((line) => line.includes('email'));
const segment = (id: string, condition: object): SegmentVersion => ({
  segment: id,
  version: 1,
  document: segmentDocument.parse({ name: id, condition }),
});

describe('walks', () => {
  it('of the other go on here, with their ids, on their day', () => {
    const [one, other] = both();
    other.event('Started', sara);
    const from = otherThan(other);
    absorb(one.event('Seen', sara), from).pass('5 days');
    expect(emails(one)).toEqual(['day 2: email two']);
    expect(one.draft.messages).toMatchObject([
      { contact: 'con_sara', enrollment: from.enrollments[0]?.id },
    ]);
  });

  it('in the same campaign become one: the one that is further along, and the other is told', () => {
    const [one, other] = both();
    one.event('Started', { traits: {} }).pass('1 day');
    other.event('Started', sara);
    absorb(one, otherThan(other)).pass('5 days');
    expect(one.lines).toEqual([
      'day 0: withheld one (no_address)',
      'day 1: exit',
      'day 2: email two',
      'day 2: completed',
    ]);
    expect(one.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'exited',
        because: 'merged: another walk of the campaign goes on',
      }),
    );
  });

  it('are not sent again what the other of the same campaign was sent', () => {
    const step = (name: string) => `[{ wait: { for: 1 days } }, { send: ${name} }, { send: last }]`;
    const split = campaign(
      `{ trigger: { event: Started }, steps: [{ branch: { attribute: plan, op: is_set }, yes: ${step('shared')}, no: ${step('other')} }] }`,
    );
    const one = openDiary(split).event('Started', sara);
    const from = otherThan(openDiary(split).event('Started', sara));
    const [walk] = from.enrollments;
    absorb(one, { ...from, enrollments: walk ? [{ ...walk, sent: ['last'] }] : [] });
    one.pass('3 days');
    expect(one.draft.messages.filter(({ step: at }) => at === 'last')).toEqual([]);
  });

  it('in other campaigns all go on', () => {
    const weekly = campaign(
      '{ trigger: { event: Joined }, steps: [{ wait: { for: 7 days } }, { send: weekly }] }',
      {
        campaign: 'weekly',
      },
    );
    const one = openDiary(drip, weekly).event('Started', sara);
    const other = openDiary(drip, weekly).event('Joined', sara);
    absorb(one, otherThan(other)).pass('9 days');
    expect(emails(one)).toEqual(['day 0: email one', 'day 2: email two', 'day 7: email weekly']);
  });

  it('are let in by the entries of both', () => {
    const once = campaign('[{ send: one }]');
    const one = openDiary(once).event('Seen', sara);
    const other = openDiary(once).event('Started', sara);
    absorb(one, otherThan(other)).event('Started');
    expect(one.lines).toEqual(['day 0: not entered (reentry)']);
  });

  it('are ended by what the other did after their trigger', () => {
    const goal = campaign('{ exitOn: [{ event: Left }], steps: [{ send: one }] }');
    const other = openDiary(goal).event('Left', sara);
    const one = openDiary(goal).event('Seen', sara);
    absorb(one, otherThan(other)).event('Started', { timestamp: one.now - 1_000 });
    expect(one.lines).toEqual(['day 0: not entered (already_ended)']);
  });

  it('that were parked in a campaign which has gone on since are not stuck, nor sent what is stale', () => {
    const other = openDiary(drip).turn('test', 'paused').event('Seen', sara);
    other.turn('test', 'live').event('Started', sara).turn('test', 'paused').pass('3 days');
    const one = openDiary(drip).event('Seen', sara).pass('3 days');
    absorb(one, otherThan(other)).pass('3 days');
    expect(one.lines).toEqual(['day 3: withheld two (skipped_on_resume)', 'day 3: completed']);
    expect(one.draft.contact.enrollments).toEqual([]);
  });
});

describe('caps', () => {
  it('count what both were sent', () => {
    const smart = { workspace: { smartSending: '16 hours' } } as const;
    const other = openDiaryIn(smart, drip).event('Started', sara);
    const one = openDiaryIn(smart, drip).event('Seen', sara).pass('1 hour');
    absorb(one, { ...otherThan(other), enrollments: [], entries: {} }).event('Started');
    expect(one.lines).toEqual(['day 0: withheld one (smart_sending)']);
  });
});

describe('segments', () => {
  const often = segment('often', { op: 'performed', event: 'Seen', count: { at_least: 3 } });
  const poor = segment('poor', { attribute: 'plan', op: 'equals', value: 'free' });
  const welcome = campaign('{ trigger: { segment: { id: often } }, steps: [{ send: hello }] }');
  const around = { segments: [often, poor] };
  let events = 0;
  const seen = (count: number, given: object = sara) => {
    const diary = openDiaryIn(around, welcome);
    const last = events + count;
    for (; events < last; events += 1) diary.event('Seen', { ...given, id: `seen-${events}` });
    return diary;
  };

  it('are entered by what both did together, as by any change', () => {
    const one = absorb(seen(2), otherThan(seen(1)));
    expect(one.lines).toEqual(['day 0: in often', 'day 0: email hello', 'day 0: completed']);
  });

  it('that the other was in are not entered again', () => {
    const one = absorb(seen(1), otherThan(seen(3)));
    expect(one.lines).toEqual([]);
    expect(one.draft.contact.segments).toHaveProperty('often');
  });

  it('that hold for both together no more are left', () => {
    const free = seen(1, { traits: { plan: 'free' } });
    const pro = seen(1, { traits: { plan: 'pro' } })
      .pass('1 hour')
      .event('Paid', { traits: { plan: 'pro' } });
    expect(absorb(pro, otherThan(free)).lines).toEqual(['day 0: out of poor']);
  });

  it('that ask how long an attribute has been what it is know what the other knew', () => {
    const loyal = segment('loyal', {
      attribute: 'plan',
      op: 'has_been',
      value: 'pro',
      for: '7 days',
    });
    const open = () => openDiaryIn({ segments: [loyal] });
    const other = open()
      .event('Seen', { traits: { plan: 'pro' } })
      .pass('6 days');
    const one = open().pass('6 days').event('Seen');
    absorb(one, otherThan(other)).pass('2 days');
    expect(one.lines).toEqual(['day 7: in loyal']);
  });
});

describe('what comes again', () => {
  it('is known, if either has heard of it', () => {
    const [one, other] = both();
    other.event('Started', { ...sara, id: 'evt-x' });
    const from = { ...otherThan(other), applied: other.draft.contact.applied };
    absorb(one.event('Seen', sara), from).event('Started', { ...sara, id: 'evt-x' });
    expect(one.draft.contact.entries.test?.count).toBe(1);
  });

  it('is nothing, if it is the other contact itself', () => {
    const [one, other] = both();
    const from = otherThan(other.event('Started', sara));
    const once = absorb(one.event('Seen', sara), from).draft;
    expect(absorb(one, from).draft).toBe(once);
  });

  it('is nothing to somebody new, who takes the other in as it was', () => {
    const [one, other] = both();
    const from = otherThan(other.event('Started', sara));
    const { contact } = absorb(one, from).draft;
    expect(contact).toMatchObject({ id: 'con_sara', merged: ['con_tara'], traits: sara.traits });
    expect(contact.entries).toEqual(from.entries);
    expect(newContact('con_sara')).not.toHaveProperty('merged');
  });
});
