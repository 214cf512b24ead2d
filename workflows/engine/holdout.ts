// Who is held out: some percent of those a campaign would treat, so that its effect can be measured against them.
import type { CampaignVersion } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import type { Group } from '../model/enrollment.ts';
import type { World } from './draft.ts';
import { draw } from './draw.ts';

export interface Drawn {
  readonly group: Group;
  readonly because: string;
}

/** The group drawn at the first entry is kept with it, so that a changed percentage moves nobody. */
export function drawGroup(world: World, contact: Contact, version: CampaignVersion): Drawn {
  const { campaign } = version;
  const { controlGroup } = world.workspace;
  // Nobody is kept from a receipt to measure something.
  if (Object.values(version.kinds).every((kind) => kind === 'transactional'))
    return { group: 'treatment', because: 'sends no marketing' };
  if (draw(world.hash, contact.id, 'control group') < controlGroup)
    return { group: 'holdout', because: `in the control group of ${controlGroup}%` };
  const before = contact.entries[campaign]?.group;
  if (before) return { group: before, because: `in the ${before} group since the first entry` };
  const percent = percentOf(world, version);
  return draw(world.hash, contact.id, `holdout/${campaign}`) < percent
    ? { group: 'holdout', because: `held out: one of ${percent}%` }
    : { group: 'treatment', because: `not one of the ${percent}% held out` };
}

const percentOf = ({ workspace }: World, { document: { holdout } }: CampaignVersion): number =>
  typeof holdout === 'object' ? holdout.percent : (holdout ?? workspace.holdout);
