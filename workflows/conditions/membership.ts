// Whether the contact is in a segment or on a list, and for how long.
import * as z from 'zod';
import type { Instant } from '../model/time.ts';
import { type Finding, operator } from './operator.ts';
import { windowOf, windowText, windowWords } from './window.ts';
import { clock } from './words.ts';

const id = z.string().min(1).max(60);

/** Who came so recently. */
const joined = { joined_within: z.optional(windowText) };

interface Membership {
  readonly joined_within?: string | undefined;
}

type Members = Readonly<Record<string, Instant>>;

const sinceWhen = (members: Members, key: string): Instant | undefined =>
  Object.hasOwn(members, key) ? members[key] : undefined;

function member(since: Instant | undefined, { joined_within }: Membership, now: Instant): Finding {
  if (since === undefined) return { held: false, found: 'no member' };
  const found = `since ${clock(since)}`;
  if (joined_within === undefined) return { held: true, found };
  const end = since + windowOf(joined_within);
  return { held: now < end, found, until: now < end ? end : undefined };
}

const not = ({ held, ...rest }: Finding): Finding => ({ ...rest, held: !held });

const joinedWords = ({ joined_within }: Membership) =>
  joined_within === undefined ? '' : `, joined in the last ${windowWords(joined_within)}`;

const timed = ({ joined_within }: Membership) => joined_within !== undefined;

export const membershipOperators = [
  operator(
    'in_segment',
    { segment: id, ...joined },
    {
      words: (rule) => `is in segment ${rule.segment}${joinedWords(rule)}`,
      answer: (rule, { contact, now }) =>
        member(sinceWhen(contact.segments, rule.segment), rule, now),
      needs: (rule) => ({ segments: [rule.segment], time: timed(rule) }),
    },
  ),
  operator(
    'not_in_segment',
    { segment: id },
    {
      words: ({ segment }) => `is not in segment ${segment}`,
      answer: ({ segment }, { contact, now }) =>
        not(member(sinceWhen(contact.segments, segment), {}, now)),
      needs: ({ segment }) => ({ segments: [segment] }),
    },
  ),
  operator(
    'in_list',
    { list: id, ...joined },
    {
      words: (rule) => `is on list ${rule.list}${joinedWords(rule)}`,
      answer: (rule, { contact, now }) => member(sinceWhen(contact.lists, rule.list), rule, now),
      needs: (rule) => ({ lists: [rule.list], time: timed(rule) }),
    },
  ),
  operator(
    'not_in_list',
    { list: id },
    {
      words: ({ list }) => `is not on list ${list}`,
      answer: ({ list }, { contact, now }) => not(member(sinceWhen(contact.lists, list), {}, now)),
      needs: ({ list }) => ({ lists: [list] }),
    },
  ),
] as const;
