// A send step: one message asked for, or a reason why not; the walk goes on either way.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const two = campaign('[{ send: welcome }, { send: receipt }]', {
  kinds: { receipt: 'transactional' },
});

describe('a send step', () => {
  it('asks for one message that says whom it is for, why, and what it may tell', () => {
    const shown = campaign('[{ id: hello, send: welcome }]', { reads: ['plan', 'seats'] });
    const properties = { plan: 'pro', card: 'secret' };
    const { draft } = openDiary(shown).event('Started', { ...sara, properties });
    expect(draft.messages).toEqual([
      {
        id: expect.stringMatching(/^msg_[\w-]{22}$/),
        contact: 'con_sara',
        enrollment: expect.stringMatching(/^enr_[\w-]{22}$/),
        campaign: 'test',
        version: 1,
        step: 'hello',
        template: 'welcome',
        kind: 'marketing',
        event: { plan: 'pro' },
        requestedAt: start,
        expiresAt: start + 72 * 3_600_000,
      },
    ]);
  });

  it('gives every message of a walk its own id, also of the same template', () => {
    const thrice = campaign('[{ send: tip }, { send: tip }, { send: tip }]');
    const { draft } = openDiary(thrice).event('Started', sara);
    expect(draft.messages.map(({ step }) => step)).toEqual(['tip', 'tip-2', 'tip-3']);
    expect(new Set(draft.messages.map(({ id }) => id)).size).toBe(3);
  });

  it('goes on to the next step when its message is withheld', () => {
    const { consent: _, ...silent } = sara;
    expect(openDiary(two).event('Started', silent).lines).toEqual([
      'day 0: withheld welcome (not_subscribed)',
      'day 0: email receipt',
      'day 0: completed',
    ]);
  });

  it('judges each message when its turn comes', () => {
    const spaced = campaign('[{ send: one }, { wait: { for: 1 day } }, { send: two }]');
    const diary = openDiary(spaced).event('Started', { user: 'sara' });
    diary.event('Signed Up', sara).pass('1 day');
    expect(diary.lines).toEqual([
      'day 0: withheld one (no_address)',
      'day 1: email two',
      'day 1: completed',
    ]);
  });

  it('takes a template of unknown kind for marketing, which needs more', () => {
    const { consent: _, ...silent } = sara;
    const unknown = campaign('[{ send: constructor }]');
    expect(openDiary(unknown).event('Started', silent).lines).toContain(
      'day 0: withheld constructor (not_subscribed)',
    );
  });
});
