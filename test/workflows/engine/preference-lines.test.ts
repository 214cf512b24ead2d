// Wishes about mail that are no wish to get any: a pause, no tracking, a language. Each is a line of the ledger, too.
import { expect, it } from 'vitest';
import { prefer, topics } from '../../support/consenting.ts';
import { openDiaryIn, sara, start } from '../../support/diary.ts';

const week = 7 * 86_400_000;
const opened = () => openDiaryIn({ workspace: { topics } }).event('Seen', sara);
const linesOf = ({ draft }: ReturnType<typeof opened>, after: number) =>
  draft.consents.slice(after);

it.each([
  [{ pausedUntil: start + week }, { purpose: 'pause', status: 'paused', expires_at: start + week }],
  [{ tracked: false }, { purpose: 'tracking', status: 'refused' }],
  [{ language: 'fa' }, { purpose: 'language', status: 'chosen', method_detail: 'fa' }],
])('%j is one line, and said again none', (changes, line) => {
  const diary = opened();
  const before = diary.draft.consents.length;
  prefer(prefer(diary, changes), changes);
  expect(linesOf(diary, before)).toEqual([
    {
      ...{ channel: 'email', method: 'preference_page', occurred_at: start, actor: 'contact' },
      ...{ message: 'msg_1', ...line },
    },
  ]);
});

it.each([
  [{ pausedUntil: start + week }, { pausedUntil: null }, 'resumed'],
  [{ tracked: false }, { tracked: true }, 'allowed'],
])('%j taken back by %j is "%s"', (changes, back, status) => {
  const diary = opened();
  prefer(prefer(diary, changes), back);
  expect(diary.draft.consents.at(-1)).toMatchObject({ status });
  expect(diary.draft.contact).not.toHaveProperty('pausedUntil');
  expect(diary.draft.contact).not.toHaveProperty('untracked');
});

it('a language is an attribute, as campaigns see it', () => {
  const diary = prefer(opened(), { language: 'pl' });
  expect(diary.draft.contact.traits.locale).toBe('pl');
  expect(diary.transitions.at(-1)).toMatchObject({ kind: 'updated' });
});
