// A broadcast brings its audience in: never too late, at everybody's own hour where it is local, and through a pause.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../workflows/engine/decide.ts';
import { draftOf } from '../../../workflows/engine/draft.ts';
import type { Cause } from '../../../workflows/model/cause.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { type Surroundings, worldOf } from '../../support/engine.ts';

const hour = 3_600_000;
const day = 24 * hour;
const run = Date.UTC(2026, 0, 7, 9);

const news = campaign(`
  trigger: { schedule: { at: "2026-01-07T09:00" } }
  basis: soft_opt_in
  goal: { event: Bought, within: 7 days }
  steps: [{ send: news }]
`);
const local = campaign(`
  trigger: { schedule: { at: "2026-01-07T09:00", local: true } }
  basis: soft_opt_in
  steps: [{ send: news }]
`);

const call = (at: number, by: 'api' | 'broadcast' = 'broadcast'): Cause => ({
  kind: 'call',
  id: 'job_1',
  at,
  campaign: 'test',
  properties: {},
  by,
});

const sara = (more: object = {}) => ({
  ...newContact('con_sara'),
  traits: { email: 'sara@example.com', ...more },
});

interface Given extends Surroundings {
  readonly version?: typeof news;
  readonly contact?: ReturnType<typeof sara>;
}

const reached = (now: number, cause: Cause, given: Given = {}) => {
  const { version = news, contact = sara(), ...around } = given;
  return decide(worldOf([version], now, around), draftOf(contact), cause);
};
const kinds = ({ transitions }: ReturnType<typeof reached>) => transitions.map(({ kind }) => kind);

describe('a broadcast', () => {
  it('lets in whom it reaches days after it began, with a message that is not old', () => {
    const draft = reached(run + 5 * day, call(run));
    expect(kinds(draft)).toEqual(['entered', 'requested', 'completed']);
    expect(draft.messages).toMatchObject([{ template: 'news', bulk: true }]);
  });

  it('is refused where its goal was reached since it began', () => {
    const contact = { ...sara(), ended: { test: run + day } };
    const draft = reached(run + 5 * day, call(run), { contact });
    expect(draft.transitions).toMatchObject([{ kind: 'not_entered', reason: 'already_ended' }]);
  });

  it('that comes twice is heard once', () => {
    const once = reached(run, call(run));
    const world = worldOf([news], run + 1);
    expect(decide(world, once, call(run))).toBe(once);
  });

  it('parks whom it reaches while its campaign is paused, and lets nobody into one that is stopped', () => {
    const parked = reached(run, call(run), { states: { test: 'paused' } });
    expect(kinds(parked)).toEqual(['entered', 'parked']);
    expect(parked.messages).toEqual([]);
    const stopped = reached(run, call(run), { states: { test: 'stopped' } });
    expect(stopped.transitions).toMatchObject([{ kind: 'not_entered', reason: 'stopped' }]);
  });

  it('is the only call that a pause lets in, and that may come late', () => {
    const states = { test: 'paused' } as const;
    expect(reached(run, call(run, 'api'), { states }).transitions).toMatchObject([
      { kind: 'not_entered', reason: 'paused' },
    ]);
    expect(reached(run + 5 * day, call(run, 'api')).transitions).toMatchObject([
      { kind: 'not_entered', reason: 'stale_event' },
    ]);
  });
});

describe('a broadcast at the local hour', () => {
  const begin = run - 14 * hour;
  const until = (zone: string) => {
    const contact = sara({ timezone: zone });
    return reached(begin, call(begin), { version: local, contact }).contact.enrollments[0]?.until;
  };

  it('waits until it is that time on the clocks of the contact', () => {
    expect(until('Asia/Tokyo')).toBe(run - 9 * hour);
    expect(until('Europe/Warsaw')).toBe(run - hour);
    expect(until('Pacific/Pago_Pago')).toBe(run + 11 * hour);
  });

  it('goes at once to the earliest zone, and to whom it reaches after their hour', () => {
    const first = sara({ timezone: 'Pacific/Kiritimati' });
    expect(reached(begin, call(begin), { version: local, contact: first }).messages).toHaveLength(
      1,
    );
    const late = reached(run, call(begin), {
      version: local,
      contact: sara({ timezone: 'Asia/Tokyo' }),
    });
    expect(late.messages).toHaveLength(1);
  });

  it('goes at once to everybody when it is started by hand', () => {
    const byHand = begin - 3 * hour - 1;
    const contact = sara({ timezone: 'Asia/Tokyo' });
    expect(reached(byHand, call(byHand), { version: local, contact }).messages).toHaveLength(1);
  });

  it('asks the gate when its hour has come, and not before', () => {
    const waiting = reached(begin, call(begin), { version: local }).contact;
    const consent = { status: 'unsubscribed', at: begin + hour, method: 'one_click' } as const;
    const alarm = { kind: 'alarm', due: run, revision: 0 } as const;
    const rung = decide(worldOf([local], run), draftOf({ ...waiting, consent }), alarm);
    expect(rung.transitions).toMatchObject([
      { kind: 'withheld', reason: 'unsubscribed' },
      { kind: 'completed' },
    ]);
  });
});
