// What one change leads to: segments are kept, and campaigns lead to one another, until all is at rest.
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../workflows/conditions/condition.ts';
import type { SegmentVersion } from '../../../workflows/model/segment.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiaryIn, sara } from '../../support/diary.ts';

const segment = (id: string, condition: Condition): SegmentVersion => ({
  segment: id,
  version: 1,
  document: { name: id, condition },
});

const vip = segment('vip', { attribute: 'spent', op: 'gte', value: 100 });
const active = segment('active', {
  op: 'performed',
  event: 'Order Completed',
  count: { at_least: 1 },
  within: '30 days',
} as Condition);
const lapsed = segment('lapsed', { op: 'not_in_segment', segment: 'active' } as Condition);

const welcome = campaign(`
  trigger: { segment: { id: vip } }
  reentry: always
  steps: [{ send: hello }]
`);

describe('a segment', () => {
  it('is entered and left as what it asks for changes', () => {
    const diary = openDiaryIn({ segments: [vip] }).event('Identify', {
      ...sara,
      traits: { spent: 50 },
    });
    expect(diary.lines).toEqual([]);
    diary.pass('1 day').edit({ set: { spent: 120 } });
    diary.pass('1 day').edit({ add: { spent: -30 } });
    expect(diary.lines).toEqual(['day 1: in vip', 'day 2: out of vip']);
  });

  it('is left by time alone, when its window ends', () => {
    const diary = openDiaryIn({ segments: [active] }).event('Order Completed', sara);
    diary.pass('20 days').event('Order Completed').pass('29 days');
    expect(diary.lines).toEqual(['day 0: in active']);
    expect(diary.pass('2 days').lines).toEqual(['day 0: in active', 'day 50: out of active']);
    expect(diary.draft.contact.rechecks).toEqual({});
  });

  it('follows another segment', () => {
    const diary = openDiaryIn({ segments: [active, lapsed] }).event('Order Completed', sara);
    expect(diary.pass('40 days').lines).toEqual([
      'day 0: in active',
      'day 30: out of active',
      'day 30: in lapsed',
    ]);
  });

  it('lets into its campaign who enters it, every time', () => {
    const diary = openDiaryIn({ segments: [vip] }, welcome).event('Seen', sara);
    diary
      .edit({ set: { spent: 100 } })
      .pass('1 day')
      .edit({ set: { spent: 1 } });
    diary.pass('1 day').edit({ set: { spent: 300 } });
    expect(diary.lines.filter((line) => line.includes('email'))).toEqual([
      'day 0: email hello',
      'day 2: email hello',
    ]);
  });

  it('that is left and entered again in one moment lets in again, to another walk', () => {
    const diary = openDiaryIn({ segments: [vip] }, welcome).event('Identify', sara);
    diary
      .edit({ set: { spent: 120 } })
      .edit({ set: { spent: 0 } })
      .edit({ set: { spent: 130 } });
    const { messages } = diary.draft;
    expect(messages).toHaveLength(2);
    expect(messages[0]?.id).not.toBe(messages[1]?.id);
  });

  it('that asks for nothing has everybody who is new', () => {
    const diary = openDiaryIn({ segments: [lapsed, active] }).event('Seen', sara);
    expect(diary.lines).toEqual(['day 0: in lapsed']);
  });

  it('that is published later finds who is in it, and lets none of them into a campaign', () => {
    const rich = { ...sara, traits: { ...sara.traits, spent: 500 } };
    const diary = openDiaryIn({ segments: [] }, welcome).event('Seen', rich);
    diary
      .around({ segments: [vip] })
      .pass('1 day')
      .event('Seen')
      .review({ segment: 'vip' });
    expect(diary.lines).toEqual(['day 1: in vip']);
    expect(diary.pass('30 days').edit({ set: { spent: 501 } }).lines).toHaveLength(1);
  });
});

describe('campaigns that lead to one another in a circle', () => {
  const poor = segment('poor', { attribute: 'spent', op: 'lt', value: 100 });
  const turn = (id: string, spent: number) =>
    campaign(
      `
      trigger: { segment: { id: ${id} } }
      reentry: always
      steps: [{ update: { set: { spent: ${spent} } } }]
    `,
      { campaign: `turn-${id}` },
    );

  it('are cut, and the contact goes on', () => {
    const diary = openDiaryIn({ segments: [vip, poor] }, turn('vip', 0), turn('poor', 100));
    diary.event('Seen', { ...sara, traits: { ...sara.traits, spent: 100 } });
    expect(diary.transitions.at(-1)).toMatchObject({ kind: 'unsettled' });
    const before = diary.transitions.length;
    diary.pass('1 day').event('Seen');
    expect(diary.transitions.length).toBe(before);
  });
});

describe('campaigns that send and lead to one another in a circle', () => {
  it('are cut after so many messages, and let the contact out', () => {
    const poor = segment('poor', { attribute: 'spent', op: 'lt', value: 100 });
    const turn = (id: string, spent: number) =>
      campaign(
        `
        trigger: { segment: { id: ${id} } }
        reentry: always
        steps: [{ send: mail }, { update: { set: { spent: ${spent} } } }]
      `,
        { campaign: `turn-${id}` },
      );
    const diary = openDiaryIn({ segments: [vip, poor] }, turn('vip', 0), turn('poor', 100));
    diary.event('Seen', { ...sara, traits: { ...sara.traits, spent: 100 } });
    expect(diary.draft.messages).toHaveLength(500);
    expect(diary.transitions.at(-1)).toEqual({
      kind: 'unsettled',
      because: 'campaigns asked for 500 messages at one moment',
    });
    expect(diary.draft.contact.enrollments).toEqual([]);
  });
});

describe('an attribute that is inside another', () => {
  it('has been what it is since it changed last', () => {
    const settled = segment('settled', {
      op: 'has_been',
      attribute: 'address.city',
      value: 'Sopot',
      for: '10 days',
    } as Condition);
    const moved = (city: string) => ({ set: { address: { city } } });
    const diary = openDiaryIn({ segments: [settled] })
      .event('Seen', sara)
      .edit(moved('Gdynia'));
    diary.pass('5 days').edit(moved('Sopot')).pass('9 days');
    expect(diary.lines).toEqual([]);
    expect(diary.pass('2 days').lines).toEqual(['day 15: in settled']);
  });
});
