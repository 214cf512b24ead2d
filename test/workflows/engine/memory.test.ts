// What a contact remembers of what it has applied: a second delivery changes nothing, and it knows what it forgot.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../workflows/engine/decide.ts';
import { draftOf } from '../../../workflows/engine/draft.ts';
import { mayBeForgotten } from '../../../workflows/engine/memory.ts';
import { budget } from '../../../workflows/model/budget.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { start } from '../../support/diary.ts';
import { eventCause, worldOf } from '../../support/engine.ts';

const hour = 3_600_000;
const fresh = draftOf(newContact('con_sara'));

const hear = (draft: typeof fresh, at: number, given: Parameters<typeof eventCause>[2] = {}) =>
  decide(worldOf([], Math.max(at, given.receivedAt ?? 0)), draft, eventCause('Seen', at, given));

/** As many events as given, a second apart. */
const hearMany = (count: number) =>
  Array.from({ length: count }, (_, index) => start + index * 1_000).reduce(
    (draft, at) => hear(draft, at),
    fresh,
  );

const received = (at: number) => ({ id: 'any', at });

describe('a cause that was applied', () => {
  it('is not applied again: the very same draft comes back', () => {
    const once = hear(fresh, start, { traits: { visits: 1 } });
    expect(hear(once, start, { traits: { visits: 1 } })).toBe(once);
  });

  it('is known by its id, whatever else its second delivery says', () => {
    const once = hear(fresh, start, { id: 'evt-1', traits: { plan: 'free' } });
    const again = { id: 'evt-1', traits: { plan: 'pro' }, timestamp: start + hour };
    expect(hear(once, start + 5, again)).toBe(once);
    expect(hear(once, start + 5, { ...again, id: 'evt-2' }).contact.traits).toEqual({
      plan: 'pro',
    });
  });

  it('is remembered also when it changed nothing', () => {
    const once = hear(fresh, start);
    expect(once).not.toBe(fresh);
    expect(hear(once, start)).toBe(once);
  });

  it('is remembered when it is feedback', () => {
    const feedback = {
      type: 'complaint',
      address: 'a@example.com',
      message: 'm',
      detail: 'd',
    } as const;
    const cause = { kind: 'feedback', id: 'ses-1/Complaint', at: start, feedback } as const;
    const once = decide(worldOf([], start), fresh, cause);
    expect(decide(worldOf([], start + hour), once, cause)).toBe(once);
  });
});

describe('memory ends', () => {
  it('after a day', () => {
    const once = hear(fresh, start);
    const kept = hear(once, start + 24 * hour - 1);
    expect(kept.contact.appliedAt).toEqual([start, start + 24 * hour - 1]);
    const lost = hear(once, start + 24 * hour);
    expect(lost.contact.appliedAt).toEqual([start + 24 * hour]);
    expect(lost.contact.applied).toHaveLength(1);
    expect(lost.contact.forgottenUntil).toBe(start);
  });

  it('at a hundred causes, the oldest first', () => {
    const full = hearMany(budget.applied).contact;
    expect(full.applied).toHaveLength(100);
    expect(full.forgottenUntil).toBe(0);
    const over = hearMany(budget.applied + 2).contact;
    expect(over.applied).toEqual([...full.applied.slice(2), ...over.applied.slice(-2)]);
    expect(over.appliedAt).toHaveLength(100);
    expect(over.forgottenUntil).toBe(start + 1_000);
  });

  it('never with the cause that was just applied, however old it is', () => {
    const old = hear(fresh, start - 72 * hour, { id: 'old', receivedAt: start - 48 * hour });
    const late = decide(worldOf([], start), fresh, eventCause('Seen', start - 48 * hour));
    expect(old.contact.applied).toHaveLength(1);
    expect(late.contact.applied).toHaveLength(1);
    expect(hear(late, start - 48 * hour)).toBe(late);
  });
});

describe('a cause may be forgotten', () => {
  it('when it was received no later than one that is', () => {
    const { contact } = hearMany(budget.applied + 2);
    expect(mayBeForgotten(contact, received(start))).toBe(true);
    expect(mayBeForgotten(contact, received(start + 1_000))).toBe(true);
    expect(mayBeForgotten(contact, received(start + 1_001))).toBe(false);
  });

  it('not while nothing has been forgotten', () => {
    expect(mayBeForgotten(hearMany(5).contact, received(start))).toBe(false);
  });

  it('also when causes come out of order: nothing forgotten is ever held for new', () => {
    const times = [40, 10, 50, 20, 30].map((hours) => start + hours * hour);
    let draft = fresh;
    for (const at of [...times, start + 74 * hour])
      draft = decide(worldOf([], Math.max(at, start + 50 * hour)), draft, eventCause('Seen', at));
    for (const at of times) {
      const isHeld = draft.contact.appliedAt.includes(at);
      expect(isHeld || mayBeForgotten(draft.contact, received(at))).toBe(true);
    }
  });

  it('and what was forgotten stays so, though later causes are older', () => {
    const lost = hear(hear(fresh, start), start + 30 * hour);
    const later = hear(lost, start + 31 * hour, { receivedAt: start - hour });
    expect(later.contact.forgottenUntil).toBeGreaterThanOrEqual(start);
  });
});
