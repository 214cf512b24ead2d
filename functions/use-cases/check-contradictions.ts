// Conditions that nobody can ever meet, since two of them exclude each other: told when a document is published, each at
// its place. It refuses nothing: what is asked may be wrong, and it may be unfinished.
import type { Condition } from '../../workflows/conditions/condition.ts';
import { contradictions } from '../../workflows/conditions/contradiction.ts';
import { conditionsOf } from '../../workflows/engine/card.ts';
import type { CampaignDocument } from '../../workflows/model/campaign.ts';
import type { SegmentDocument } from '../../workflows/model/segment.ts';
import { type Problem, placesIn } from './problems.ts';

export const contradictionsIn = (document: CampaignDocument): Problem[] =>
  placed(conditionsOf(document), placesIn(document, ['campaign']));

export const contradictionsInSegment = ({ condition }: SegmentDocument): Problem[] =>
  placed([condition], placesIn(condition, ['condition']));

const placed = (rules: readonly Condition[], places: ReturnType<typeof placesIn>): Problem[] =>
  rules
    .flatMap(contradictions)
    .map(({ rule, because }) => ({ path: places.get(rule) ?? [], message: because }));
