// Why somebody is in a campaign or not: one plain sentence, and every rule behind it.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { sara, start } from '../../support/diary.ts';
import { openWhyStory } from '../../support/why-story.ts';

const day = 86_400_000;
const hello = campaign('[{ send: hello }]');
const waiting = campaign('[{ wait: { for: 2 days } }, { send: hello }]');

describe('somebody who never came in', () => {
  it('has not done what the campaign waits for', () => {
    const { sentence, standing, trigger } = openWhyStory([hello]).event('Other').why();
    expect(sentence).toBe('Not in: it lets people in when "Started" happens, which has not come.');
    expect([standing, trigger.last]).toEqual(['never_in', undefined]);
  });

  it('was refused when it happened, for a reason that is told', () => {
    const [version] = [
      campaign(
        '{ trigger: { event: Started, where: { property: plan, op: equals, value: pro } }, steps: [{ send: hello }] }',
      ),
    ];
    const { sentence, trigger } = openWhyStory([version])
      .event('Started', { ...sara, properties: { plan: 'basic' } })
      .pass('1 hour')
      .why();
    expect(sentence).toMatch(
      /^Not in: "Started" happened on 2026-01-05 09:00 UTC, but .*plan.*basic.*\.$/,
    );
    expect(trigger.last).toMatchObject({
      at: start,
      decided: { kind: 'not_entered', reason: 'where_not_met' },
      properties: { plan: 'basic' },
      trace: { held: false },
    });
  });

  it('is not in the audience, with the part that did not hold', () => {
    const version = campaign(
      '{ audience: { op: and, rules: [{ attribute: plan, op: equals, value: pro }, { attribute: city, op: is_set }] }, steps: [{ send: hello }] }',
    );
    const { checks } = openWhyStory([version])
      .event('Started', { ...sara, traits: { ...sara.traits, city: 'Oslo', plan: 'basic' } })
      .why();
    const audience = checks.find(({ rule }) => rule === 'audience');
    expect(audience).toMatchObject({ passes: false, because: expect.stringContaining('basic') });
    expect(audience?.trace?.parts).toMatchObject([
      { held: false, found: expect.stringContaining('basic') },
      { held: true },
    ]);
  });

  it('did it before there was such a campaign', () => {
    const story = openWhyStory([]).event('Started', sara).pass('1 hour').publish([hello]);
    expect(story.why().sentence).toBe(
      'Not in: "Started" happened on 2026-01-05 09:00 UTC, when no version of it waited for that.',
    );
  });

  it('came while it was paused, which the state says still', () => {
    const paused = { states: { test: 'paused' as const } };
    const {
      sentence,
      checks,
      campaign: about,
    } = openWhyStory([hello], paused).event('Started', sara).why();
    expect(sentence).toMatch(/^Not in: "Started" happened .*, but the campaign is paused\.$/);
    expect(about).toMatchObject({ id: 'test', state: 'paused', version: 1 });
    expect(checks[0]).toEqual({
      rule: 'state',
      passes: false,
      because: 'the campaign is paused',
    });
  });

  it('is told when a clock will ring', () => {
    const version = campaign(
      '{ trigger: { inactivity: { event: Started, for: 7 days } }, steps: [{ send: hello }] }',
    );
    const { trigger, sentence } = openWhyStory([version]).event('Started', sara).why();
    expect(trigger.next).toBe(start + 7 * day);
    expect(sentence).toContain('that will be on 2026-01-12 09:00 UTC');
  });
});

describe('somebody inside', () => {
  it('waits at a step, until a moment, and why it came in', () => {
    const { sentence, standing, places, checks } = openWhyStory([waiting])
      .event('Started', sara)
      .pass('1 day')
      .why();
    expect(sentence).toBe(
      'In: waits at "wait" until 2026-01-07 09:00 UTC; entered on 2026-01-05 09:00 UTC, because "Started" happened.',
    );
    expect(standing).toBe('in');
    expect(places).toMatchObject([
      { state: 'waiting', step: 'wait', since: start, until: start + 2 * day, group: 'treatment' },
    ]);
    expect(checks.find(({ rule }) => rule === 'inside')).toMatchObject({ passes: false });
  });

  it('has messages ahead, with what the gate would say of them now', () => {
    const branched = campaign(
      '[{ wait: { for: 2 days } }, { branch: { attribute: plan, op: is_set }, yes: [{ send: hello }], no: [{ wait: { for: 1 day } }, { send: bye }] }, { send: last }]',
    );
    const { messages } = openWhyStory([branched])
      .event('Started', { ...sara, consent: undefined })
      .why();
    expect(messages).toMatchObject([
      { step: 'hello', verdict: 'withhold', rule: 'not_subscribed' },
      { step: 'bye', verdict: 'withhold', rule: 'not_subscribed' },
      { step: 'last', verdict: 'withhold' },
    ]);
  });

  it('may be held by the gate, until it opens', () => {
    const quiet = { workspace: { quietHours: { from: '08:00', to: '12:00' } } };
    const { sentence, places, messages } = openWhyStory([hello], quiet)
      .event('Started', sara)
      .why();
    expect(sentence).toMatch(
      /^In: the message of "hello" is held until 2026-01-05 12:00 UTC, .*quiet/,
    );
    expect(places).toMatchObject([{ state: 'held', until: start + 3 * 3_600_000 }]);
    expect(messages).toMatchObject([{ verdict: 'hold', passesAt: start + 3 * 3_600_000 }]);
  });

  it('may be parked, because the campaign is paused', () => {
    const paused = { states: { test: 'paused' as const } };
    const story = openWhyStory([waiting]).event('Started', sara).pass('1 day');
    const { sentence, places } = story.publish([waiting], paused).pass('2 days').why();
    expect(sentence).toMatch(/^In: parked at "hello", it fell due while the campaign was paused;/);
    expect(places).toMatchObject([{ state: 'parked', step: 'hello' }]);
  });
});

describe('somebody who was inside', () => {
  it('came through, and may not come again', () => {
    const { sentence, standing, entries, checks } = openWhyStory([hello])
      .event('Started', sara)
      .pass('1 day')
      .why();
    expect(sentence).toBe(
      'Not in: it was, and came through all its steps on 2026-01-05 09:00 UTC; now it would not enter again: entered before, re-entry is never.',
    );
    expect([standing, entries]).toEqual(['was_in', { count: 1, last: start }]);
    expect(checks.find(({ rule }) => rule === 'reentry')).toMatchObject({ passes: false });
  });

  it('left by the goal or an exit, and which', () => {
    const version = campaign(
      '{ goal: { event: Bought, within: 30 days }, exitOn: [{ event: Deleted }], steps: [{ wait: { for: 2 days } }, { send: hello }] }',
    );
    const ended = (event: string) =>
      openWhyStory([version]).event('Started', sara).pass('1 day').event(event).why().sentence;
    expect(ended('Bought')).toContain(
      'it was, and reached its goal ("Bought" happened) on 2026-01-06 09:00 UTC',
    );
    expect(ended('Deleted')).toContain(
      'it was, and left ("Deleted" happened) on 2026-01-06 09:00 UTC',
    );
  });

  it('tried again too early: from when it may is told', () => {
    const version = campaign('{ reentry: { after: 4 days }, steps: [{ send: hello }] }');
    const { sentence, checks } = openWhyStory([version])
      .event('Started', sara)
      .pass('1 day')
      .event('Started')
      .why();
    expect(sentence).toMatch(
      /since then "Started" happened on 2026-01-06 09:00 UTC, but entered less than 4 days ago\.$/,
    );
    expect(checks.find(({ rule }) => rule === 'reentry')).toMatchObject({
      passes: false,
      until: start + 4 * day,
    });
  });
});

it('asks nobody to be changed by it', () => {
  const story = openWhyStory([waiting]).event('Started', sara);
  expect(story.why()).toEqual(story.why());
});
