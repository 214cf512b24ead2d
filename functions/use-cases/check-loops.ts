// Campaigns that let in again those whom they have let in themselves, over and over. Told, not refused: it may be meant,
// and at run time what leads from campaign to campaign is cut after a few times.
import { everyStep } from '../../workflows/engine/program.ts';
import type { CampaignDocument, CampaignVersion } from '../../workflows/model/campaign.ts';
import type { Watch } from '../../workflows/model/history.ts';
import { mostHops } from '../../workflows/model/order.ts';
import { idOfReference, kindOfReference } from '../../workflows/model/reference.ts';
import { duration } from '../../workflows/model/time.ts';
import type { Step } from '../../workflows/steps/index.ts';
import type { LiveBook } from '../book-ports.ts';
import { type Problem, placesIn } from './problems.ts';

type Draft = Pick<CampaignVersion, 'campaign' | 'document' | 'kinds'>;
type Segments = LiveBook['segments'];

/** `segments` are those that are live. */
export const loops = (draft: Draft, segments: Segments): Problem[] =>
  isLetInAgain(draft.document) ? [...ownTrigger(draft), ...ownMail(draft, segments)] : [];

/** Whoever may come back only a day later, or so many times, is in no circle that harms. */
function isLetInAgain({ reentry, limits }: CampaignDocument): boolean {
  if (limits || reentry === 'never') return false;
  return reentry === 'always' || duration(reentry.after) < duration('1 day');
}

const remedy = 'say so by "limits", or let people in again after a day or more by "reentry"';

/** Steps that pull the campaign's own trigger. */
function ownTrigger({ campaign, document }: Draft): Problem[] {
  const { trigger, steps } = document;
  const places = placesIn(steps, ['campaign', 'steps']);
  const at = (step: Step, field: string) => [...(places.get(step) ?? ['campaign', 'steps']), field];
  const cut = `it goes round ${mostHops} times and is cut; if it is meant, ${remedy}`;
  return everyStep(steps).flatMap((step) => {
    if ('emit' in step && 'event' in trigger && step.emit.event === trigger.event)
      return [{ path: at(step, 'emit'), message: `This is the campaign's own trigger: ${cut}` }];
    return 'enroll' in step && step.enroll === campaign
      ? [{ path: at(step, 'enroll'), message: `This is the campaign itself: ${cut}` }]
      : [];
  });
}

/** A segment that its own mail brings people into, or out of. */
function ownMail({ campaign, document, kinds }: Draft, segments: Segments): Problem[] {
  const { trigger } = document;
  if (!('segment' in trigger) || Object.keys(kinds).length === 0) return [];
  const { id } = trigger.segment;
  const event = watchesOf(id, segments).flatMap((watch) => mailIn(watch, campaign))[0];
  if (event === undefined) return [];
  const message =
    `Segment "${id}" asks about "${event}", which this campaign's own mail brings about: people may come in again ` +
    `and again because of it; if that is meant, ${remedy}`;
  return [{ path: ['campaign', 'trigger', 'segment', 'id'], message }];
}

/** Of a segment and of all that it asks about. */
function watchesOf(id: string, segments: Segments, seen = new Set<string>()): Watch[] {
  const card = segments.get(id);
  if (!card || seen.has(id)) return [];
  seen.add(id);
  const others = card.refers.filter((one) => kindOfReference(one) === 'segment');
  return [
    ...card.watches,
    ...others.flatMap((one) => watchesOf(idOfReference(one), segments, seen)),
  ];
}

/** The event of ours that it waits for, unless it asks for another campaign's mail. */
function mailIn(watch: Watch, campaign: string): string[] {
  if (!('event' in watch) || !watch.event.startsWith('Email ')) return [];
  const isOther = watch.where?.some(
    (one) =>
      one.op === 'equals' &&
      'property' in one &&
      one.property === 'campaign_id' &&
      one.value !== campaign,
  );
  return isOther ? [] : [watch.event];
}
