// A branch step: one of two paths, with the reason, and both come back to what follows.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';

const byPlan = campaign(`
  - branch: { attribute: plan, op: equals, value: pro }
    yes: [{ send: thanks }]
    no: [{ send: upgrade }]
  - send: news
`);

const onPlan = (plan: string) => ({ ...sara, traits: { ...sara.traits, plan } });

describe('a branch', () => {
  it('takes the path of what the contact is, and says why', () => {
    const diary = openDiary(byPlan).event('Started', onPlan('Pro'));
    expect(diary.lines).toEqual([
      'day 0: branch: yes',
      'day 0: email thanks',
      'day 0: email news',
      'day 0: completed',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'branched', because: 'plan is pro (yes: Pro)' }),
    );
  });

  it('takes the other path otherwise, also for somebody of whom it knows nothing', () => {
    for (const person of [onPlan('free'), sara])
      expect(openDiary(byPlan).event('Started', person).lines).toEqual([
        'day 0: branch: no',
        'day 0: email upgrade',
        'day 0: email news',
        'day 0: completed',
      ]);
  });

  it('asks when its turn comes, of what the contact is by then', () => {
    const later = campaign(`
      - wait: { for: 1 day }
      - branch: { attribute: plan, op: equals, value: pro }
        yes: [{ send: thanks }]
    `);
    const diary = openDiary(later).event('Started', onPlan('free'));
    expect(diary.event('Upgraded', onPlan('pro')).pass('1 day').lines).toContain(
      'day 1: email thanks',
    );
  });

  it('remembers for days what the trigger said', () => {
    const later = campaign(`
      - wait: { for: 9 days, until: { event: Order Placed } }
      - branch: { property: total, op: gt, value: 100 }
        yes: [{ send: large }]
        no: [{ send: small }]
    `);
    const begin = () => openDiary(later).event('Started', { ...sara, properties: { total: 250 } });
    expect(begin().pass('9 days').lines).toContain('day 9: email large');
    // What the awaited event says is not what the trigger said.
    const woken = begin().event('Order Placed', { properties: { total: 3 } });
    expect(woken.lines).toContain('day 0: email large');
  });

  it.each(['yes', 'no'])('goes on when the path %s is empty or absent', (path) => {
    const other = path === 'yes' ? 'no' : 'yes';
    const half = campaign(`
      - branch: { attribute: vip, op: is_set }
        ${other}: [{ send: special }]
      - send: news
    `);
    const person = path === 'yes' ? { ...sara, traits: { ...sara.traits, vip: true } } : sara;
    expect(openDiary(half).event('Started', person).lines).toEqual([
      `day 0: branch: ${path}`,
      'day 0: email news',
      'day 0: completed',
    ]);
  });

  it('nests, and every path ends in what follows the outermost', () => {
    const nested = campaign(`
      - branch: { attribute: plan, op: equals, value: pro }
        yes:
          - branch: { property: seats, op: gte, value: 10 }
            yes: [{ wait: { for: 2 days } }, { send: team }]
            no: [{ send: solo }]
        no: [{ wait: { for: 1 day } }]
      - send: news
    `);
    const walk = (plan: string, seats: number) =>
      openDiary(nested)
        .event('Started', { ...onPlan(plan), properties: { seats } })
        .pass('9 days')
        .lines.filter((line) => line.includes('email'));
    expect(walk('pro', 12)).toEqual(['day 2: email team', 'day 2: email news']);
    expect(walk('pro', 2)).toEqual(['day 0: email solo', 'day 0: email news']);
    expect(walk('free', 12)).toEqual(['day 1: email news']);
  });

  it('ends the walk when nothing follows', () => {
    const last = campaign(`
      - branch: { attribute: plan, op: equals, value: pro }
        yes: [{ send: thanks }]
    `);
    expect(openDiary(last).event('Started', sara).lines).toEqual([
      'day 0: branch: no',
      'day 0: completed',
    ]);
  });
});
