// A card: what routing must know of a published campaign or segment, so that its document is read only when it is touched.
import type { Condition } from '../conditions/condition.ts';
import { dependencies } from '../conditions/dependencies.ts';
import { unite } from '../conditions/watch.ts';
import { watchesOf } from '../conditions/watches.ts';
import type { CampaignDocument, CampaignVersion } from '../model/campaign.ts';
import type { Watch } from '../model/history.ts';
import type { LibraryReference, Reference } from '../model/reference.ts';
import type { SegmentVersion } from '../model/segment.ts';
import type { Instant } from '../model/time.ts';
import { typeOf } from '../steps/index.ts';
import { triggerTypeOf } from '../triggers/index.ts';
import { everyStep } from './program.ts';
import { ofRule, ofStep, ofTopic, ofTrigger } from './references.ts';

/** A paused campaign keeps everybody in place; a stopped one lets them out as they fall due. */
export type CampaignState = 'live' | 'paused' | 'stopped';

interface Card {
  readonly id: string;
  readonly version: number;
  /** What touches it: "event:<name>", "ends:<name>", "attribute:<name>", "watch:<key>", "segment:<id>", "list:<id>", "consent", "suppression", "purchases", "always". */
  readonly keys: readonly string[];
  /** What must be remembered of past events for it. */
  readonly watches: readonly Watch[];
  /** What must exist as long as it does. */
  readonly refers: readonly (Reference | LibraryReference)[];
  /** Who made this version live, and when. */
  readonly published?: { readonly by: string; readonly at: Instant };
}

export interface CampaignCard extends Card {
  readonly state: CampaignState;
  /** Who put it into a state other than live, when and why. */
  readonly changed?: { readonly by: string; readonly at: Instant; readonly because: string };
  /** Watches that only earlier versions want, by key: until when. */
  readonly carried?: Readonly<Record<string, Instant>>;
}

export type SegmentCard = Card;

export const campaignCard = (version: CampaignVersion, state: CampaignState): CampaignCard => {
  const { trigger } = version.document;
  const type = triggerTypeOf(trigger);
  const ends = endings(version.document).map(({ event }) => `ends:${event}`);
  return {
    id: version.campaign,
    version: version.version,
    state,
    keys: [...new Set([...type.keys(trigger), ...ends])],
    watches: unite([
      ...(type.watches?.(trigger) ?? []),
      ...conditionsOf(version.document).flatMap(watchesOf),
    ]),
    refers: [
      ...referencesOf(version.document),
      ...(Object.keys(version.library ?? {}) as LibraryReference[]),
    ],
  };
};

export const segmentCard = ({ segment, version, document }: SegmentVersion): SegmentCard => ({
  id: segment,
  version,
  keys: keysOf(document.condition),
  watches: unite(watchesOf(document.condition)),
  refers: ofRule(document.condition),
});

/** What a campaign names by id, each once. */
const referencesOf = (document: CampaignDocument): Reference[] => [
  ...new Set([
    ...ofTrigger(document.trigger),
    ...ofTopic(document),
    ...conditionsOf(document).flatMap(ofRule),
    ...everyStep(document.steps).flatMap(ofStep),
  ]),
];

/** Goal and exits alike end an enrollment, when their event happens. */
export const endings = ({ goal, exitOn }: CampaignDocument) => [
  ...(goal ? [goal] : []),
  ...exitOn.filter((exit) => 'event' in exit),
];

/** Every condition of a campaign that asks something of the contact. */
export const conditionsOf = ({ audience, trigger, goal, exitOn, steps }: CampaignDocument) => [
  ...(audience ? [audience] : []),
  ...('event' in trigger && trigger.where ? [trigger.where] : []),
  ...(goal?.where ? [goal.where] : []),
  ...exitOn.flatMap((exit) => ('condition' in exit ? [exit.condition] : (exit.where ?? []))),
  ...everyStep(steps).flatMap((step) => typeOf(step).conditions?.(step) ?? []),
];

function keysOf(condition: Condition): string[] {
  const needs = dependencies(condition);
  return [
    ...[...needs.attributes].flatMap(attributeKeys),
    ...watchesOf(condition).map(({ key }) => `watch:${key}`),
    ...[...needs.segments].map((id) => `segment:${id}`),
    ...[...needs.lists].map((id) => `list:${id}`),
    ...(needs.consent ? ['consent'] : []),
    ...(needs.suppression ? ['suppression'] : []),
    ...(needs.always ? ['always'] : []),
  ];
}

/** A path may also be the name of one attribute that has dots in it. */
const attributeKeys = (path: string) => [
  ...new Set([`attribute:${path}`, `attribute:${path.split('.')[0]}`]),
];
