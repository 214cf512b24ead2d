// Why somebody is in a campaign, was, or is not: from where they are, what the timeline tells, and what every rule
// says now. Decides nothing and changes nothing.
import type { Contact } from '../model/contact.ts';
import type { Instant } from '../model/time.ts';
import type { CampaignState } from './card.ts';
import type { World } from './draft.ts';
import type { Published } from './playbook.ts';
import { type Check, entering, groupOf } from './why-entering.ts';
import { isIn, type Place, placesOf } from './why-inside.ts';
import { type LeftOut, leftOut, leftOutWords } from './why-machines.ts';
import { type NextMessage, nextMessages } from './why-messages.ts';
import { sentenceOf } from './why-sentence.ts';
import { type Decided, decidedOf, type Told } from './why-told.ts';
import { type TriggerStory, triggerStory } from './why-trigger.ts';

export type { Told } from './why-told.ts';

export interface Why {
  /** The answer in one line: "In: …", "Held out: …" or "Not in: …"; and what rules about opens and clicks left out. */
  readonly sentence: string;
  readonly standing: 'in' | 'held_out' | 'was_in' | 'never_in';
  readonly contact: string;
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    /** The version that people enter now. */
    readonly version: number;
    readonly state: CampaignState;
  };
  /** Where it is inside, the newest entry first. */
  readonly places: readonly Place[];
  /** How often it entered at all, and when last. */
  readonly entries?: { readonly count: number; readonly last: Instant };
  readonly trigger: TriggerStory;
  /** What every rule about entering would say if the trigger came now. */
  readonly checks: readonly Check[];
  /** Opens and clicks of machines, which its rules do not count. */
  readonly leftOut: readonly LeftOut[];
  readonly group: ReturnType<typeof groupOf>;
  /** The messages that come next, or would, and what the gate says of them now. */
  readonly messages: readonly NextMessage[];
  /** What was decided about this campaign, the newest first. */
  readonly decided: readonly Decided[];
}

/** `told` is the contact's timeline as far back as it was read, the newest first. Throws Missing for what is not loaded. */
export function why(
  world: World,
  contact: Contact,
  published: Published,
  told: readonly Told[],
): Why {
  const { campaign, document, version } = published.version;
  const decided = decidedOf(told, campaign);
  const places = placesOf(contact, campaign, decided);
  const place = places.find(isIn) ?? places[0];
  const trigger = triggerStory(world, contact, published.version, told);
  const checks = entering(world, contact, published, trigger.last?.properties ?? {});
  const group = groupOf(world, contact, published);
  const entries = contact.entries[campaign];
  const machines = leftOut(world, contact, published.version, told);
  const sentence = sentenceOf({ contact, campaign, place, decided, trigger, checks });
  return {
    sentence: `${sentence}${leftOutWords(machines)}`,
    standing: standingOf(place, entries),
    contact: contact.id,
    campaign: { id: campaign, name: document.name, version, state: published.state },
    places,
    ...(entries && { entries: { count: entries.count, last: entries.last } }),
    trigger,
    checks,
    leftOut: machines,
    group,
    messages: group.group === 'holdout' ? [] : messagesOf(world, contact, published, place),
    decided,
  };
}

function standingOf(
  place: Place | undefined,
  entries: Contact['entries'][string] | undefined,
): Why['standing'] {
  if (place && isIn(place)) return 'in';
  // Without a goal there is nothing to wait for, and so no place; held out they are all the same.
  if (place?.state === 'held_out' || (!place && entries?.group === 'holdout')) return 'held_out';
  return entries ? 'was_in' : 'never_in';
}

/** Of whoever is inside, on the version they walk. */
function messagesOf(
  world: World,
  contact: Contact,
  { version }: Published,
  place: Place | undefined,
): NextMessage[] {
  const enrollment = contact.enrollments.find(
    ({ id }) => place && isIn(place) && id === place.enrollment,
  );
  if (!enrollment) return nextMessages(world, contact, { version });
  const own = world.playbook.version(enrollment.campaign, enrollment.version);
  return nextMessages(world, contact, { version: own, enrollment });
}
