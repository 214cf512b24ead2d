// Whether a campaign would let a contact in if what it waits for came now: every rule by itself, and the group.
import type { Trace } from '../conditions/evaluate.ts';
import type { Contact } from '../model/contact.ts';
import type { Group } from '../model/enrollment.ts';
import type { Fields } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import { ask, type World } from './draft.ts';
import { drawGroup } from './holdout.ts';
import type { Published } from './playbook.ts';
import { isInside, type Refusal, refusals } from './refusals.ts';

export interface Check {
  readonly rule: 'state' | 'audience' | 'inside' | 'limit' | 'reentry' | 'room';
  readonly passes: boolean;
  readonly because: string;
  /** Which parts of the audience held, and what was found. */
  readonly trace?: Trace;
  /** The earliest moment at which time alone may change the answer. */
  readonly until?: Instant;
}

/** `properties` are those of the last event that the trigger waits for, since an audience may ask of them. */
export function entering(
  world: World,
  contact: Contact,
  published: Published,
  properties: Fields,
): Check[] {
  const admission = { held: true, because: 'it comes now' };
  const entry = { id: 'why', at: world.now, properties, admission };
  const check = (rule: Exclude<Check['rule'], 'audience'>, otherwise: string): Check =>
    checkOf(rule, refusals[rule](world, contact, { published, entry }), otherwise);
  const { campaign, document } = published.version;
  const entered = contact.entries[campaign]?.count ?? 0;
  const { limits, reentry } = document;
  return [
    check('state', 'the campaign is live'),
    audienceCheck(world, contact, published, properties),
    check('inside', 'is not inside'),
    check('limit', limits ? `entered ${entered} of ${limits.entries} times` : 'there is no limit'),
    check('reentry', entered === 0 ? 'never entered before' : again(reentry)),
    check('room', 'there is room for one more campaign'),
  ];
}

const again = (reentry: string | { readonly after: string }): string =>
  typeof reentry === 'string' ? `re-entry is ${reentry}` : `entered more than ${reentry.after} ago`;

const checkOf = (rule: Check['rule'], refusal: Refusal | undefined, otherwise: string): Check => ({
  rule,
  passes: refusal === undefined,
  because: refusal?.because ?? otherwise,
  ...(refusal?.until !== undefined && { until: refusal.until }),
});

function audienceCheck(
  world: World,
  contact: Contact,
  { version }: Published,
  properties: Fields,
): Check {
  const { audience } = version.document;
  if (!audience) return { rule: 'audience', passes: true, because: 'everybody is its audience' };
  const { held, because, trace, until } = ask(world, { contact }, audience, { properties });
  const soon = until === undefined ? {} : { until };
  return { rule: 'audience', passes: held, because, trace, ...soon };
}

/** The group somebody is in, or would be drawn into. */
export function groupOf(
  world: World,
  contact: Contact,
  { version }: Published,
): { readonly group: Group; readonly because: string } {
  const here = contact.enrollments.find(
    (one) => one.campaign === version.campaign && isInside(one),
  );
  const drawn = drawGroup(world, contact, version);
  return here && here.group !== drawn.group
    ? { group: here.group, because: 'drawn when it entered' }
    : drawn;
}
