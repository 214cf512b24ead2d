// A life: what is published, and anything that may happen to a contact, in any order.
// Plain data, so that a life that breaks something can be read and kept.
import fc from 'fast-check';
import type { WorkspaceRules } from '../../workflows/model/workspace.ts';
import { campaigns } from './arbitrary-campaign.ts';
import { event, type Turn, turn } from './arbitrary-turns.ts';
import { perhaps } from './arbitrary-vocabulary.ts';
import { type ArbitrarySegment, measures, segments, workspaces } from './arbitrary-workspace.ts';

/** Someone who may be mailed, to begin with. */
const begin = {
  do: 'event',
  ago: 0,
  said: {
    name: 'Contact Identified',
    traits: { email: 'sara@example.com' },
    consent: { status: 'subscribed', method: 'form' },
  },
};

/** A busy hour: more events than a contact remembers. */
const burst = fc.array(event, { minLength: 110, maxLength: 120, size: 'max' });
const some = fc.array(turn, { maxLength: 10 });

const turns = fc.oneof(
  { arbitrary: fc.array(turn, { maxLength: 40, size: 'max' }), weight: 30 },
  { arbitrary: fc.tuple(some, burst, some).map((parts) => parts.flat()), weight: 1 },
);

/** Half of all lives are in a workspace that limits nothing and measures nobody. */
const workspace = fc
  .tuple(perhaps(workspaces), perhaps(measures))
  .map(([rules, measured]) => ({ ...rules, ...measured }));

export interface Life {
  readonly campaigns: readonly (readonly [first: object, second: object])[];
  readonly segments: readonly ArbitrarySegment[];
  readonly workspace: Partial<WorkspaceRules>;
  readonly turns: readonly Turn[];
}

/** As JSON would bring it. */
export const lives: fc.Arbitrary<Life> = fc
  .record({
    campaigns,
    segments,
    workspace,
    turns: turns.map((all) => [begin, ...all]),
  })
  .map((life) => withoutCircle(JSON.parse(JSON.stringify(life))));

/**
 * Publishing warns of a campaign that lets in by a segment which its own mail leads into and out of: every minute, for
 * ever. Nobody comes back within a day there.
 */
function withoutCircle(life: Life): Life {
  if (!JSON.stringify(life.segments).includes('"op":"email"')) return life;
  const slow = (one: Version): Version =>
    one.trigger.segment && one.reentry !== 'never' ? { ...one, reentry: { after: '1 day' } } : one;
  const campaigns = life.campaigns.map((both) => both.map((one) => slow(one as Version)));
  return { ...life, campaigns: campaigns as unknown as Life['campaigns'] };
}

interface Version {
  readonly trigger: { readonly segment?: object };
  readonly reentry?: unknown;
}
