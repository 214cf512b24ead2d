// What the answer to a condition depends on: whatever is not named here cannot change it.
import { zoneTraits } from '../model/calendar-zone.ts';
import { newContact } from '../model/contact.ts';
import type { Condition } from './condition.ts';
import { leavesOf, partsOf } from './group.ts';
import type { Needs } from './operator.ts';
import { operatorOf } from './operators.ts';
import { prefixes } from './path.ts';

interface Dependencies {
  /** Names as contacts carry them: of "address.city" both that and "address". */
  readonly attributes: ReadonlySet<string>;
  /** Of the event that is looked at. */
  readonly properties: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly consent: boolean;
  readonly topics: ReadonlySet<string>;
  readonly suppression: boolean;
  /** Asks what happened since the campaign was entered; of a segment that is never anything. */
  readonly entry: boolean;
  /** Whether the answer may change by time alone. */
  readonly time: boolean;
  /** Whether it may hold of a contact nobody knows: everyone, random buckets, and what is not so. */
  readonly always: boolean;
}

export function dependencies(rule: Condition): Dependencies {
  const all: Needs[] = leavesOf(rule).map((leaf) => operatorOf(leaf).needs(leaf as never));
  const names = (pick: (needs: Needs) => readonly string[] | undefined) =>
    new Set(all.flatMap((needs) => pick(needs) ?? []));
  const some = (pick: (needs: Needs) => boolean | undefined) => all.some((needs) => pick(needs));
  const paths = names(({ attributes, zone }) => [
    ...(attributes ?? []),
    ...(zone ? zoneTraits : []),
  ]);
  return {
    attributes: new Set([...paths].flatMap(prefixes)),
    properties: names(({ properties }) => properties),
    events: names(({ events }) => events),
    segments: names(({ segments }) => segments),
    lists: names(({ lists }) => lists),
    consent: some(({ consent }) => consent),
    topics: names(({ topics }) => topics),
    suppression: some(({ suppression }) => suppression),
    entry: some(({ entry }) => entry),
    time: some(({ time }) => time),
    always: chances(rule).may,
  };
}

/** Whether it may hold, and may fail, of a contact nobody knows. */
interface Chances {
  readonly may: boolean;
  readonly mayNot: boolean;
}

const nobody = {
  contact: newContact(''),
  properties: {},
  now: 0,
  zone: 'UTC',
  hash: (text: string) => text,
};

function chances(rule: Condition): Chances {
  const parts = partsOf(rule).map(chances);
  switch (rule.op) {
    case 'and':
      return { may: parts.every(({ may }) => may), mayNot: parts.some(({ mayNot }) => mayNot) };
    case 'or':
      return { may: parts.some(({ may }) => may), mayNot: parts.every(({ mayNot }) => mayNot) };
    case 'not':
      return { may: parts.some(({ mayNot }) => mayNot), mayNot: parts.some(({ may }) => may) };
    default:
      return leafChances(rule);
  }
}

function leafChances(leaf: Condition): Chances {
  const { needs, answer } = operatorOf(leaf);
  if (needs(leaf as never).chance) return { may: true, mayNot: true };
  const { held } = answer(leaf as never, nobody);
  return { may: held, mayNot: !held };
}
