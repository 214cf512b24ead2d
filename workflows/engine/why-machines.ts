// Opens and clicks that a campaign's rules leave out because a machine made them: the timeline shows an open, the rule says
// "never", and both are right.
import type { Leaf } from '../conditions/condition.ts';
import { machineWatch } from '../conditions/email.ts';
import { leavesOf } from '../conditions/group.ts';
import { concerns } from '../conditions/record.ts';
import { sentence } from '../conditions/sentence.ts';
import { counts, type SpanRule } from '../conditions/span.ts';
import { times } from '../conditions/words.ts';
import type { Contact } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import type { EventWatch } from '../model/history.ts';
import { isByMachine, trackingSource } from '../model/tracked.ts';
import { conditionsOf } from './card.ts';
import { subjectOf, type World } from './draft.ts';
import type { RunnableVersion } from './program.ts';
import type { Told } from './why-told.ts';

export interface LeftOut {
  /** The rule in words, as in a trace. */
  readonly rule: string;
  /** How often, as far back as the timeline was read and the rule looks. */
  readonly count: number;
}

/** Each rule about opens and clicks of which something was left out, in the order of the document. */
export function leftOut(
  world: World,
  contact: Contact,
  { campaign, document }: RunnableVersion,
  told: readonly Told[],
): LeftOut[] {
  const since = contact.entries[campaign]?.last;
  const subject = subjectOf(world, contact, since === undefined ? {} : { since });
  const byMachines = told.filter(isMachines);
  const found = conditionsOf(document)
    .flatMap((rule) => leavesOf<Leaf>(rule as Leaf))
    .flatMap((leaf) => {
      const watch = machineWatch(leaf);
      const isLeftOut = (one: Told) =>
        watch !== undefined && isOf(watch, one) && counts(one.at, leaf as SpanRule, subject);
      const count = byMachines.filter(isLeftOut).length;
      return count === 0 ? [] : [[sentence(leaf), count] as const];
    });
  return [...new Map(found)].map(([rule, count]) => ({ rule, count }));
}

const fieldsOf = ({ about }: Told): Fields => (about.properties ?? {}) as Fields;

const isMachines = (one: Told): boolean =>
  one.kind === 'event' &&
  one.about.source === trackingSource &&
  isByMachine(String(one.about.name), fieldsOf(one));

const isOf = (watch: EventWatch, one: Told): boolean =>
  concerns(watch, {
    ...{ id: '', event: String(one.about.name), at: one.at },
    ...{ properties: fieldsOf(one), ours: true },
  });

/** For the end of the sentence; empty when there is nothing to say. */
export const leftOutWords = (all: readonly LeftOut[]): string =>
  all.length === 0
    ? ''
    : ` Left out as a machine's doing: ${all.map(({ rule, count }) => `${rule} (${times(count)})`).join(', ')}.`;
