// What a campaign's mail asks of the campaign around it: that somebody in it may be mailed, and that what the templates
// read is there. There is one subject of consent, marketing; a campaign says its ground for it under "basis".
import type { Condition } from '../../workflows/conditions/condition.ts';
import { constant } from '../../workflows/conditions/constant.ts';
import { prefixes } from '../../workflows/conditions/path.ts';
import { everyStep } from '../../workflows/engine/program.ts';
import type { CampaignDocument } from '../../workflows/model/campaign.ts';
import type { CompiledTemplate, TemplateSource } from '../../workflows/model/template.ts';
import { triggerTypeOf } from '../../workflows/triggers/index.ts';
import { type Problem, placesIn } from './problems.ts';

type Templates = readonly CompiledTemplate[];
type Sources = Readonly<Record<string, TemplateSource>>;

/** `sources`: what it brings along, compiled or not. */
export function mailProblems(
  document: CampaignDocument,
  sources: Sources,
  compiled: Templates,
): Problem[] {
  const { audience } = document;
  const all = [...Object.values(sources), ...compiled];
  const isMarketing = all.some(({ kind }) => kind === 'marketing');
  return [
    ...(audience && constant(audience) === false
      ? [{ path: ['campaign', 'audience'], message: 'nobody is ever in it' }]
      : []),
    ...(audience && isMarketing ? unmailable(document, audience) : []),
    ...withoutOffer(document, compiled),
  ];
}

/** Of these people every marketing mail would be withheld. What they wish of other topics says nothing here. */
const unmailable = (document: CampaignDocument, audience: Condition): Problem[] =>
  required(audience).flatMap((leaf) => {
    const message = leaf.op === 'consent' ? without(document, leaf) : undefined;
    return message === undefined ? [] : [{ path: ['campaign', 'audience'], message }];
  });

function without(
  { basis, topic }: CampaignDocument,
  leaf: Extract<Condition, { op: 'consent' }>,
): string | undefined {
  if (leaf.topic !== topic) return undefined;
  if (leaf.status === 'unsubscribed')
    return 'marketing may not be mailed to those who have unsubscribed';
  const mustWish = basis === 'consent' && topic === undefined;
  return mustWish && leaf.status !== 'subscribed' ? ungiven : undefined;
}

const ungiven = 'the basis is consent, which nobody in this audience has given';

/** Conditions that hold of everybody in an audience. */
const required = (audience: Condition): Condition[] =>
  audience.op === 'and' ? audience.rules.flatMap(required) : [audience];

function withoutOffer({ steps }: CampaignDocument, compiled: Templates): Problem[] {
  if (everyStep(steps).some((step) => 'offer' in step)) return [];
  return compiled
    .filter(({ offer }) => offer)
    .map(({ name }) => ({
      path: ['templates', name],
      message: `Template ${name}: it shows an offer, and no step makes one`,
    }));
}

/** What we say ourselves of our mail. */
const ours = /^(?:Email |Unsubscribed$)/;

/** Events that nobody has ever sent, where the campaign waits for them. */
export function unseen(document: CampaignDocument, seen: ReadonlySet<string>): Problem[] {
  return [...placesIn(document, ['campaign'])].flatMap(([part, path]) => {
    const { event } = part as { event?: unknown };
    const isAwaited = typeof event === 'string' && path.at(-1) !== 'emit';
    if (!isAwaited || seen.has(event) || ours.test(event)) return [];
    return [{ path, message: `No event "${event}" has come in so far` }];
  });
}

/** Attributes that nobody has ever had, where a rule asks for them. */
export function unknownAttributes(document: object, seen: ReadonlySet<string>): Problem[] {
  return [...placesIn(document, ['campaign'])].flatMap(([part, path]) => {
    const { attribute } = part as { attribute?: unknown };
    if (typeof attribute !== 'string' || prefixes(attribute).some((one) => seen.has(one)))
      return [];
    return [{ path, message: `Nobody has had an attribute "${attribute}" so far` }];
  });
}

/** Triggers that nobody pulls: what follows answers nothing that the person did. */
const unasked = new Set(['segment', 'inactivity', 'drifting', 'schedule']);
/** Triggers that bring properties along. */
const telling = new Set(['event', 'call']);

export const bringsProperties = ({ trigger }: CampaignDocument): boolean =>
  telling.has(triggerTypeOf(trigger).type);

/** What is odd, and may be meant. */
export function oddities(document: CampaignDocument, templates: Templates): Problem[] {
  const { type } = triggerTypeOf(document.trigger);
  return templates.flatMap(({ name, kind, event }) => {
    const path = ['templates', name];
    const silent = `It reads {{ event.${event[0]} }}, which only an enroll step could bring along`;
    const answer = 'A transactional mail answers what somebody did; this one may be marketing';
    return [
      ...(event.length > 0 && !bringsProperties(document) ? [{ path, message: silent }] : []),
      ...(kind === 'transactional' && unasked.has(type) ? [{ path, message: answer }] : []),
    ];
  });
}
