// Big sends are spread over a time, and what has become too old is not sent any more.
import { describe, expect, it } from 'vitest';
import { hash } from '../../../functions/adapters/keys.ts';
import { timeToGo } from '../../../workflows/engine/sending-time.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';
import { worldOf } from '../../support/engine.ts';

const minute = 60_000;
const hour = 60 * minute;

const mail = ({ lines }: { lines: readonly string[] }) =>
  lines.filter((line) => /email|withheld|held/.test(line));

describe('a spread', () => {
  const spread = campaign('{ sending: { spread: 2 hours }, steps: [{ send: a }, { send: b }] }');
  const goes = (id: string, dueSince = start, one = spread) => {
    const verdict = timeToGo(worldOf([one], dueSince), newContact(id), {
      campaign: 'test',
      document: one.document,
      dueSince,
    });
    return verdict.do === 'hold' ? verdict.until - dueSince : 0;
  };
  const people = Array.from({ length: 2_000 }, (_, index) => `con_${hash(String(index))}`);

  it('gives each contact a time of its own, evenly, and always the same', () => {
    const quarters = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const id of people) {
      const after = goes(id);
      expect(after).toBe(goes(id));
      quarters[Math.floor(after / (15 * minute))] =
        (quarters[Math.floor(after / (15 * minute))] ?? 0) + 1;
    }
    expect(Math.min(...quarters)).toBeGreaterThan(200);
    expect(quarters).toHaveLength(8);
  });

  it('holds once for messages that follow one another, and says so', () => {
    const diary = openDiary(spread).event('Started', sara).pass('3 hours');
    const holds = diary.transitions.filter(({ kind }) => kind === 'held');
    expect(holds).toMatchObject([{ because: 'spread over 2 hours' }]);
    const [a, b] = diary.draft.messages;
    expect(a?.requestedAt).toBe(b?.requestedAt);
    expect(a?.requestedAt).toBeGreaterThan(start);
  });

  it('counts from the opening where the hours are closed', () => {
    const both = campaign(
      '{ sending: { spread: 2 hours, window: { from: "18:00", to: "22:00" } }, steps: [{ send: a }] }',
    );
    for (const id of people.slice(0, 100)) {
      expect(goes(id, start, both)).toBeGreaterThanOrEqual(9 * hour);
      expect(goes(id, start, both)).toBeLessThan(11 * hour);
    }
  });

  it('makes nothing old by itself', () => {
    const slow = campaign(
      '{ sending: { spread: 10 days, expires: 1 hour }, steps: [{ send: a }] }',
    );
    expect(mail(openDiary(slow).event('Started', sara).pass('10 days')).at(-1)).toContain(
      'email a',
    );
  });
});

describe('a message expires', () => {
  const hello = campaign('[{ wait: { for: 1 day } }, { send: hello }]');
  it('72 hours after it fell due, unless its campaign says otherwise', () => {
    const quick = campaign(
      '{ sending: { expires: 1 hour }, steps: [{ wait: { for: 1 day } }, { send: hello }] }',
    );
    const sentAfter = (one: typeof hello, pause: string) => {
      const diary = openDiary(one).event('Started', sara);
      diary.pass('23 hours').turn('test', 'paused').pass('1 hour').pass(pause);
      diary.turn('test', 'live').command('test', { do: 'resume', stale: 'send' });
      return mail(diary).at(-1);
    };
    expect(sentAfter(hello, '72 hours')).toBe('day 4: email hello');
    expect(sentAfter(hello, '72.1 hours')).toBe('day 4: withheld hello (expired)');
    expect(sentAfter(quick, '2 hours')).toBe('day 1: withheld hello (expired)');
  });

  it('and says how late it was, also when everybody must get it', () => {
    const must = campaign('[{ wait: { for: 1 day } }, { send: hello }]', {
      kinds: { hello: 'transactional' },
    });
    const diary = openDiary(must).event('Started', sara).turn('test', 'paused').pass('9 days');
    diary.turn('test', 'live').command('test', { do: 'resume', stale: 'send' });
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        reason: 'expired',
        because: 'was due 8 days ago, and expires after 72 hours',
      }),
    );
  });
});
