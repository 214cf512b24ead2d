// Of any past and any caps: what passes keeps every window within its cap, what does not would break one, and the
// moment that is told is the first at which it would pass. Counted by minutes, one by one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tooMuch } from '../../../workflows/engine/frequency.ts';
import { newContact, type Reserved } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { worldOf } from '../../support/engine.ts';

const minute = 60_000;
const at = 1_000_000 * minute;
const one = campaign('[{ send: hello }]');

const past = fc
  .array(fc.record({ ago: fc.integer({ min: 0, max: 130 }), uncapped: fc.boolean() }), {
    maxLength: 8,
  })
  .map((all) =>
    all
      .sort((a, b) => b.ago - a.ago)
      .map(
        ({ ago, uncapped }): Reserved => ({
          at: at - ago * minute,
          campaign: 'any',
          ...(uncapped && { uncapped }),
        }),
      ),
  );

const workspace = fc.record({
  smartSending: fc.constantFrom(false as const, '1 minute', '20 minutes', '90 minutes'),
  caps: fc.array(
    fc.record({
      at_most: fc.integer({ min: 1, max: 4 }),
      within: fc.integer({ min: 1, max: 100 }).map((length) => `${length} minutes`),
    }),
    { maxLength: 3 },
  ),
});

type Rules = typeof workspace extends fc.Arbitrary<infer T> ? T : never;

const minutes = (text: string) => Number(text.split(' ')[0]);

/** The rules that a message so many minutes from now would break. */
function broken(sends: readonly Reserved[], rules: Rules, later: number): string[] {
  const agos = (all: readonly Reserved[]) => all.map((each) => (at - each.at) / minute + later);
  const within = (all: readonly number[], length: number) =>
    all.filter((ago) => ago < length).length;
  const counted = agos(sends.filter(({ uncapped }) => !uncapped));
  const smart = rules.smartSending;
  return [
    ...(smart && within(agos(sends), minutes(smart)) > 0 ? ['smart_sending'] : []),
    ...rules.caps.flatMap((cap) =>
      within(counted, minutes(cap.within)) >= cap.at_most
        ? [`frequency_cap ${cap.at_most} within ${cap.within}`]
        : [],
    ),
  ];
}

test('nothing passes a rule that it should not, and nothing is withheld without one', () => {
  fc.assert(
    fc.property(past, workspace, (sends, rules) => {
      const world = worldOf([one], at, { workspace: rules });
      const contact = { ...newContact('con_sara'), sends };
      const found = tooMuch(world, contact, { enrollment: 'enr_1', document: one.document });
      const [first] = broken(sends, rules, 0);
      expect(found?.reason).toBe(first?.split(' ')[0]);
      if (!found) return;
      const passes = ((found.passesAt ?? 0) - at) / minute;
      expect(broken(sends, rules, passes)).not.toContain(first);
      for (let later = 0; later < passes; later += 1)
        expect(broken(sends, rules, later)).toContain(first);
    }),
    { numRuns: 1_000 },
  );
});
