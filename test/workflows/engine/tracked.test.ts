// Opens and clicks in the engine: what people do counts like any event; what machines do counts only where asked for.
import { describe, expect, it } from 'vitest';
import { isUntracked } from '../../../workflows/engine/untracked.ts';
import { type Contact, newContact } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';
import { eventCause } from '../../support/engine.ts';

const person = { properties: { machine: false } };
const machine = { properties: { machine: true } };

const nurture = campaign(`
  trigger: { event: Started }
  reentry: always
  goal: { event: Email Link Clicked, within: 10 days }
  exitOn: [{ event: Email Opened }]
  steps: [{ wait: { for: 3 days } }, { send: tips }]
`);

describe.each([
  ['Email Link Clicked', 'goal'],
  ['Email Opened', 'exit'],
])('"%s"', (name, line) => {
  const dayAfter = (given: object) =>
    openDiary(nurture).event('Started', sara).pass('1 day').event(name, given);

  it('by a person is the end of a walk', () => {
    expect(dayAfter(person).lines).toEqual([`day 1: ${line}`]);
  });

  it('by a machine is none, nor does it keep anybody from entering later', () => {
    expect(dayAfter(machine).lines).toEqual([]);
    const early = openDiary(nurture).event(name, machine).event('Started', sara);
    expect(early.draft.contact.enrollments).toHaveLength(1);
  });
});

it.each([
  [person, 1],
  [machine, 0],
])('a trigger and a wait hear it of %j', (given, times) => {
  const triggered = campaign(`
    trigger: { event: Email Link Clicked }
    steps: [{ send: tips }]
  `);
  const waiting = campaign(`
    trigger: { event: Started }
    steps: [{ wait: { for: 3 days, until: { event: Email Opened } } }, { send: tips }]
  `);
  const entered = openDiary(triggered).event('Started', sara).event('Email Link Clicked', given);
  const woken = openDiary(waiting).event('Started', sara).event('Email Opened', given);
  for (const diary of [entered, woken])
    expect(diary.lines.filter((line) => line.includes('tips'))).toHaveLength(times);
});

describe('nothing is heard', () => {
  const properties = { machine: false, sent_at: '2026-01-01T00:00:00.000Z' };
  const opened = eventCause('Email Opened', Date.UTC(2026, 0, 3), {
    source: 'tracking',
    properties,
  });
  const known: Contact = { ...newContact('con_1'), revision: 3 };

  it.each<[string, Contact, boolean]>([
    ['of a person who wants no tracking', { ...known, untracked: true }, true],
    ['of nobody', newContact('con_1'), true],
    [
      'of a mail from before an erasure, also when the person is back',
      { ...known, erasedAt: Date.UTC(2026, 0, 2), identities: ['email:a@b.example'] },
      true,
    ],
    ['unless there is a reason', known, false],
  ])('%s', (_, contact, isSo) => {
    expect(isUntracked(contact, opened)).toBe(isSo);
  });

  it('but what a site tells of its own is', () => {
    const told = eventCause('Email Opened', 0, { source: 'segment' });
    expect(isUntracked({ ...known, untracked: true }, told)).toBe(false);
  });
});
