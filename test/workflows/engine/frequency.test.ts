// Smart sending and frequency caps: how much marketing one contact gets from all campaigns together, and what is said
// of what it does not get.
import { describe, expect, it } from 'vitest';
import type { WorkspaceRules } from '../../../workflows/model/workspace.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiaryIn, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;
const day = 24 * hour;

const named = (id: string, event: string, more = '', kinds = {}) =>
  campaign(
    `{ trigger: { event: ${event} }, reentry: always, steps: [{ send: ${id} }]${more && `, ${more}`} }`,
    { campaign: id, kinds },
  );

const news = named('news', 'Newsletter');
const sale = named('sale', 'Sale');
const receipt = named('receipt', 'Paid', '', { receipt: 'transactional' });

const open = (workspace: Partial<WorkspaceRules>, ...more: Parameters<typeof named>[]) =>
  openDiaryIn({ workspace }, news, sale, receipt, ...more.map((one) => named(...one))).event(
    'Seen',
    sara,
  );

const withheldIn = ({ transitions }: ReturnType<typeof open>) =>
  transitions.filter(({ kind }) => kind === 'withheld');

describe('smart sending', () => {
  const smart = { smartSending: '16 hours' } as const;

  it('skips marketing that comes soon after other marketing, and says after what and until when', () => {
    const diary = open(smart).event('Newsletter').pass('3 hours').event('Sale');
    expect(diary.lines).toEqual([
      'day 0: email news',
      'day 0: completed',
      'day 0: withheld sale (smart_sending)',
      'day 0: completed',
    ]);
    expect(withheldIn(diary)).toEqual([
      {
        kind: 'withheld',
        campaign: 'sale',
        enrollment: expect.any(String),
        step: 'sale',
        reason: 'smart_sending',
        because: 'got "news" 3 hours ago',
        passesAt: start + 16 * hour,
      },
    ]);
  });

  it('lets pass what comes at the very end of that time', () => {
    const diary = open(smart).event('Newsletter').pass('16 hours').event('Sale');
    expect(diary.lines).toContain('day 0: email sale');
    const earlier = open(smart).event('Newsletter').pass('959.99 minutes').event('Sale');
    expect(earlier.lines).toContain('day 0: withheld sale (smart_sending)');
  });

  it('counts what was sent, and not what was withheld', () => {
    const diary = open(smart).event('Newsletter').pass('10 hours').event('Sale');
    expect(diary.pass('6 hours').event('Sale').lines).toContain('day 0: email sale');
  });

  it('neither skips nor counts what everybody must get', () => {
    const diary = open(smart).event('Newsletter').event('Paid').pass('1 day');
    diary.event('Paid').event('Sale');
    expect(diary.lines.filter((line) => line.includes('email'))).toEqual([
      'day 0: email news',
      'day 0: email receipt',
      'day 1: email receipt',
      'day 1: email sale',
    ]);
  });

  it('can be switched off for a campaign, whose mail counts for the others all the same', () => {
    const diary = open(smart, ['urgent', 'Recall', 'sending: { smartSending: false }']);
    diary.event('Newsletter').event('Recall').pass('15.9 hours').event('Newsletter');
    expect(diary.lines).toContain('day 0: email urgent');
    expect(withheldIn(diary)).toMatchObject([{ because: 'got "urgent" 15 hours ago' }]);
  });

  it('can be switched off for the workspace', () => {
    const diary = open({ smartSending: false }).event('Newsletter').event('Sale');
    expect(withheldIn(diary)).toEqual([]);
  });

  it('lets one of a walk through, and the walk goes on', () => {
    const two = campaign(
      '[{ send: one }, { send: two }, { wait: { for: 1 day } }, { send: three }]',
    );
    const diary = openDiaryIn({ workspace: smart }, two).event('Started', sara).pass('2 days');
    expect(diary.lines).toEqual([
      'day 0: email one',
      'day 0: withheld two (smart_sending)',
      'day 1: email three',
      'day 1: completed',
    ]);
  });
});

describe('a frequency cap', () => {
  const twoAWeek = { caps: [{ at_most: 2, within: '7 days' }] };

  it('lets so many through, in any window of that length', () => {
    const diary = open(twoAWeek).event('Newsletter').pass('3 days').event('Sale');
    diary.pass('3.9 days').event('Newsletter').pass('0.1 days').event('Sale').event('Newsletter');
    expect(diary.lines.filter((line) => !line.includes('completed'))).toEqual([
      'day 0: email news',
      'day 3: email sale',
      'day 6: withheld news (frequency_cap)',
      'day 7: email sale',
      'day 7: withheld news (frequency_cap)',
    ]);
    expect(withheldIn(diary)).toMatchObject([
      {
        because: 'got 2 within 7 days, the last of them "sale" 3 days ago',
        passesAt: start + 7 * day,
      },
      { passesAt: start + 10 * day },
    ]);
  });

  it('holds beside others: the first that is broken is named', () => {
    const both = { caps: [{ at_most: 1, within: '1 day' }, ...twoAWeek.caps] };
    const diary = open(both).event('Newsletter').pass('1 hour').event('Sale');
    diary.pass('1 day').event('Sale').pass('1 day').event('Newsletter');
    expect(withheldIn(diary).map((one) => 'passesAt' in one && one.passesAt)).toEqual([
      start + day,
      start + 7 * day,
    ]);
  });

  it('is told only when smart sending has nothing against it', () => {
    const all = { ...twoAWeek, smartSending: '16 hours' } as const;
    const diary = open(all).event('Newsletter').event('Sale').pass('1 day').event('Sale');
    diary.pass('1 day').event('Sale');
    expect(withheldIn(diary)).toMatchObject([
      { reason: 'smart_sending' },
      { reason: 'frequency_cap' },
    ]);
  });

  it('can be switched off for a campaign, which then does not count toward it', () => {
    const diary = open(twoAWeek, ['urgent', 'Recall', 'sending: { caps: false }']);
    for (let count = 0; count < 3; count += 1) diary.event('Recall');
    diary.event('Newsletter').event('Sale').event('Newsletter').event('Recall');
    expect(diary.lines.filter((line) => line.includes('email urgent'))).toHaveLength(4);
    expect(withheldIn(diary)).toMatchObject([{ campaign: 'news' }]);
  });

  it('of a longer time finds what was sent before it was made', () => {
    const diary = open({}).event('Newsletter').pass('20 days').event('Sale').pass('1 day');
    diary.around({ workspace: { caps: [{ at_most: 2, within: '28 days' }] } });
    expect(diary.event('Newsletter').lines).toContain('day 21: withheld news (frequency_cap)');
  });

  it('of sixty is the largest that can be kept, and is', () => {
    const diary = open({ caps: [{ at_most: 60, within: '28 days' }] });
    for (let count = 0; count < 61; count += 1) diary.event('Newsletter').pass('1 hour');
    expect(diary.lines.filter((line) => line.includes('email'))).toHaveLength(60);
    expect(diary.draft.contact.sends).toHaveLength(60);
    const [late] = withheldIn(diary);
    expect(late).toMatchObject({ passesAt: start + 28 * day });
  });
});
