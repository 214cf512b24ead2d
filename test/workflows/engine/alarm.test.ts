// The alarm: what is due happens, late or doubled alarms do no harm, and time never runs backwards.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../workflows/engine/decide.ts';
import type { Draft } from '../../../workflows/engine/draft.ts';
import { draftOf } from '../../../workflows/engine/draft.ts';
import { newContact, nextDue } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { sara, start } from '../../support/diary.ts';
import { eventCause, worldOf } from '../../support/engine.ts';

const hour = 3_600_000;
const day = 24 * hour;

const chained = campaign(`
  - wait: { for: 1 day }
  - send: one
  - wait: { for: 1 day, until: { event: Called } }
    onTimeout: [{ send: two }]
`);
const quick = campaign('[{ wait: { for: 1 hour } }, { send: quick }]', { campaign: 'quick' });
const all = [chained, quick];

const begin = () =>
  decide(worldOf(all, start), draftOf(newContact('con_sara')), eventCause('Started', start, sara));

const ring = (draft: Draft, { due, now = due }: { due: number; now?: number }) =>
  decide(worldOf(all, now), draft, { kind: 'alarm', due, revision: 1 });

const templates = ({ messages }: Draft) => messages.map(({ template }) => template);

describe('an alarm', () => {
  it('is due at the earliest of everything that waits', () => {
    const begun = begin();
    expect(nextDue(begun.contact)).toBe(start + hour);
    const rung = ring(begun, { due: start + hour });
    expect(nextDue(rung.contact)).toBe(start + day);
    expect(templates(rung)).toEqual(['quick']);
  });

  it('that finds nothing due changes nothing', () => {
    const begun = begin();
    expect(ring(begun, { due: start + hour - 1 })).toBe(begun);
    const rung = ring(begun, { due: start + hour });
    expect(ring(rung, { due: start + hour })).toBe(rung);
  });

  it('does what is due though the clock that decides is behind', () => {
    const rung = ring(begin(), { due: start + hour, now: start });
    expect(templates(rung)).toEqual(['quick']);
    expect(rung.messages[0]?.requestedAt).toBe(start + hour);
  });

  it('that comes days late does all that is due by then, once, and waits anew from then', () => {
    const late = ring(begin(), { due: start + hour, now: start + 3 * day });
    expect(templates(late)).toEqual(['quick', 'one']);
    expect(nextDue(late.contact)).toBe(start + 4 * day);
  });

  it('that comes late loses nothing that happened since it was due', () => {
    const late = ring(begin(), { due: start + day, now: start + day + 2 * hour });
    const called = eventCause('Called', start + day + hour);
    const heard = decide(worldOf(all, start + day + 3 * hour), late, called);
    expect(heard.contact.enrollments).toEqual([]);
    expect(templates(heard)).not.toContain('two');
  });
});
