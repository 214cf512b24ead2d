// How far a message has come: of all that was said of it the furthest, in whatever order it was said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  furthest,
  messageStatuses,
  type Sign,
  signIn,
} from '../../../workflows/engine/message-status.ts';
import type { Fields } from '../../../workflows/model/event.ts';

const signs = fc.array(
  fc.record<Sign>({ status: fc.constantFrom(...messageStatuses), at: fc.nat(9) }),
  { minLength: 1 },
);

describe('the standing of a message', () => {
  it('is the same in every order, and repeating changes nothing', () => {
    const mixed = signs.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
      ),
    );
    fc.assert(
      fc.property(mixed, ([calm, other]) => {
        expect(furthest(other)).toEqual(furthest(calm));
      }),
    );
  });

  it('never moves back', () => {
    fc.assert(
      fc.property(signs, signs, (before, more) => {
        const [was, is] = [furthest(before), furthest([...before, ...more])];
        const rank = ({ status }: Sign) => messageStatuses.indexOf(status);
        expect(rank(is)).toBeGreaterThanOrEqual(rank(was));
      }),
    );
  });
});

describe('a row of the timeline tells', () => {
  const told = (kind: string, about: Fields) => signIn({ at: 1, kind, about, transitions: [] });
  const hit = (name: string, properties: Fields) =>
    told('event', { name, source: 'tracking', properties: { message_id: 'msg_1', ...properties } });

  it('that a person opened it, and that a machine did no more than take it in', () => {
    expect(hit('Email Opened', { machine: false })?.sign.status).toBe('opened');
    expect(hit('Email Link Clicked', { machine: false, link_url: 'https://a.example' })).toEqual({
      message: 'msg_1',
      sign: { status: 'clicked', at: 1, because: 'https://a.example' },
    });
    expect(hit('Email Link Clicked', { machine: true })?.sign.status).toBe('delivered');
  });

  it('nothing by an event that only looks like ours', () => {
    expect(
      told('event', { name: 'Email Opened', source: 'segment', properties: {} }),
    ).toBeUndefined();
  });
});
