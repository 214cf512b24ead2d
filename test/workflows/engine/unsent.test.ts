// A message that the gate let go and that did not leave after all: its place is free again, and why tells of it.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../workflows/engine/decide.ts';
import type { Cause, Unsent } from '../../../workflows/model/cause.ts';
import type { Message } from '../../../workflows/model/message.ts';
import { campaign } from '../../support/campaign.ts';
import { type Diary, openDiaryIn, sara } from '../../support/diary.ts';
import { type Surroundings, worldOf } from '../../support/engine.ts';
import { openWhyStory } from '../../support/why-story.ts';

const named = (id: string, steps = `[{ send: ${id} }]`, kinds = {}) =>
  campaign(`{ trigger: { event: ${id} }, reentry: always, steps: ${steps} }`, {
    campaign: id,
    kinds,
  });

const news = named('news');
const sale = named('sale');
const receipt = named('receipt', '[{ send: receipt }]', { receipt: 'transactional' });
const both = named('both', '[{ send: one }, { send: two }, { send: paid }]', {
  paid: 'transactional',
});
const published = [news, sale, receipt, both];

const smart: Surroundings = { workspace: { smartSending: '16 hours' } };
const caps: Surroundings = { workspace: { caps: [{ at_most: 1, within: '1 day' }] } };
const open = (around = smart) => openDiaryIn(around, ...published).event('Seen', sara);

const unsent = (
  message: Message | undefined,
  because = 'campaign_stopped',
  state: Unsent['state'] = 'withheld',
): Cause => {
  if (!message) throw new Error('No message was asked for');
  const { id, requestedAt: at } = message;
  return { kind: 'unsent', id, at, unsent: { state, because, message } };
};

/** Places that are left when a message of the diary is told not to have left. */
function placesWithout({ draft, now }: Diary, template: string, times = 1) {
  const message = draft.messages.find((one) => one.template === template);
  let told = draft;
  for (let time = 0; time < times; time += 1)
    told = decide(worldOf(published, now, smart), told, unsent(message));
  return { before: draft.contact.sends.length, after: told.contact.sends.length, told };
}

describe('a message that did not leave', () => {
  it.each([
    ['smart sending', smart],
    ['a cap', caps],
  ])('keeps its place from others no longer, by %s', (_, around) => {
    const diary = open(around).event('news');
    const sold = (given: Diary) => given.pass('1 minute').event('sale').lines.at(-2);
    expect(sold(open(around).event('news'))).toMatch(/^day 0: withheld sale/);
    diary.apply(unsent(diary.draft.messages.at(-1)));
    expect(sold(diary)).toBe('day 0: email sale');
  });

  it('gives back one place, however often it is told', () => {
    const diary = open({}).event('both');
    expect(placesWithout(diary, 'one')).toMatchObject({ before: 2, after: 1 });
    expect(placesWithout(diary, 'one', 3)).toMatchObject({ before: 2, after: 1 });
  });

  it('gives back none that it did not have: what everybody must get has no place', () => {
    expect(placesWithout(open({}).event('both'), 'paid')).toMatchObject({ before: 2, after: 2 });
    expect(placesWithout(open({}).event('receipt'), 'receipt')).toMatchObject({ after: 0 });
  });

  it('gives back none of another moment or campaign', () => {
    const diary = open({}).event('sale').pass('1 minute').event('news').event('sale');
    const { before, after, told } = placesWithout(diary, 'news');
    expect([before, after]).toEqual([3, 2]);
    expect(told.contact.sends.map((one) => one.campaign)).toEqual(['sale', 'sale']);
  });

  it('is noted with the reason, under its campaign', () => {
    const { told } = placesWithout(open().event('news'), 'news');
    expect(told.transitions.at(-1)).toEqual({
      kind: 'unsent',
      campaign: 'news',
      enrollment: expect.any(String),
      step: 'news',
      message: told.messages[0]?.id,
      state: 'withheld',
      because: 'campaign_stopped',
    });
  });
});

describe('why', () => {
  const story = () => openWhyStory(published, smart).event('Seen', sara);
  const end = (campaign: string, given: ReturnType<typeof story>) =>
    given.why(campaign).sentence.replace(/ on \d.* UTC/, '');

  it.each([
    ['campaign_stopped', 'the campaign was stopped'],
    ['unsupported_address: too_long', 'mail cannot be sent to the address: too_long'],
    ['MessageRejected: virus', 'MessageRejected: virus'],
    ['in doubt, then skipped', 'in doubt, then skipped'],
  ])('tells which message did not leave, and that it is since %s', (because, words) => {
    const told = story().event('news');
    expect(end('news', told.apply(unsent(told.messages[0], because)))).toBe(
      `Not in: it was, and came through all its steps, but the message of "news" (${words}) was not sent.`,
    );
  });

  it('tells of what the gate withheld, too', () => {
    const told = story().event('news').pass('3 hours').event('sale');
    expect(end('sale', told)).toBe(
      'Not in: it was, and came through all its steps, but the message of "sale" (got "news" 3 hours ago) was not sent.',
    );
  });

  it('names three at the most, and tells of whoever is still inside', () => {
    const steps = ['a', 'b', 'c', 'd'].map((name) => `{ send: ${name} }`).join();
    const long = named('long', `[${steps}, { wait: { for: 1 day } }]`);
    const none = openWhyStory([long]).event('Seen').event('long');
    const because = 'there is no address';
    expect(none.why('long').sentence).toContain(
      `, but the messages of "a" (${because}), "b" (${because}), "c" (${because}) and 1 more were not sent.`,
    );
    expect(none.why('long').standing).toBe('in');
  });

  it('says nothing of what was sent', () => {
    const told = story().event('news');
    expect(end('news', told)).toBe('Not in: it was, and came through all its steps.');
  });
});
