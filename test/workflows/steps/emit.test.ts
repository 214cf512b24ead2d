// An emit step: an event of ours, as if the person had done it.
import { describe, expect, it } from 'vitest';
import { emit } from '../../../workflows/steps/emit.ts';
import { momentWith } from '../../support/moment.ts';

const arrive = (given: object, moment = momentWith()) =>
  emit.arrive(emit.schema.parse({ emit: given }), moment);
const said = (given: object) => emit.schema.safeParse({ emit: given }).error?.issues[0]?.message;

describe('an emitted event', () => {
  const moment = momentWith({
    contact: { traits: { plan: 'pro', tags: ['vip', 'eu'], address: { city: 'Oslo' } } },
    enrollment: { event: { total: 99.5, items: [1, 2] } },
  });

  it('has a name, and says what the step and the contact say', () => {
    const properties = {
      source: 'nurture',
      plan: '{{ person.plan }}',
      total: '{{ event.total }}',
      text: 'paid {{ event.total }} for {{ event.items }} as {{ person.tags }}',
      deep: { list: ['{{ person.plan }}', 1, null, true] },
    };
    expect(arrive({ event: 'Lead Qualified', properties }, moment)).toEqual({
      do: 'act',
      because: 'says that "Lead Qualified" happened',
      orders: [
        {
          kind: 'emit',
          event: 'Lead Qualified',
          properties: {
            source: 'nurture',
            plan: 'pro',
            total: 99.5,
            text: 'paid 99.5 for 1, 2 as vip, eu',
            deep: { list: ['pro', 1, null, true] },
          },
        },
      ],
    });
  });

  it('passes on a list or an object that is named alone, and null where nobody knows', () => {
    const properties = {
      all: '{{ event.items }}',
      city: '{{ person.address }}',
      no: '{{ event.x }}',
    };
    expect(arrive({ event: 'Said', properties }, moment)).toMatchObject({
      orders: [{ properties: { all: [1, 2], city: { city: 'Oslo' }, no: null } }],
    });
  });

  it('needs no properties', () => {
    expect(arrive({ event: 'Said' })).toMatchObject({
      orders: [{ event: 'Said', properties: {} }],
    });
  });

  it('carries the properties of the trigger that it names', () => {
    const step = emit.schema.parse({
      emit: {
        event: 'Said',
        properties: { a: '{{ event.total }}', b: [{ c: 'x {{ event.sku }}' }] },
      },
    });
    expect(emit.reads?.(step)).toEqual(['total', 'sku']);
  });
});

describe('an emit step is refused', () => {
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, n) => [`p${n}`, '{{ person.a }}']),
  );
  it.each([
    ['without a name', {}, /expected string/],
    [
      'with logic in braces',
      { event: 'x', properties: { a: ['{{ now }}'] } },
      /in braces stand only/,
    ],
    [
      'with more than an event can carry',
      { event: 'x', properties: { a: 'y'.repeat(4_000) } },
      /4,000/,
    ],
    [
      'with more names than an order can carry',
      { event: 'x', properties: many },
      /at most 20 names/,
    ],
    ['with something unknown', { event: 'x', after: '1 day' }, /Unrecognized key/],
  ])('%s', (_, given, message) => {
    expect(said(given)).toMatch(message);
  });
});
