// What each kind of job does with a contact: asks the engine what would come of its cause, on the copy that the scan
// read. Nothing here writes to a contact, and who needs nothing costs no write.
import { isDeepStrictEqual } from 'node:util';
import { condition } from '../../workflows/conditions/condition.ts';
import { type CampaignState, campaignCard, segmentCard } from '../../workflows/engine/card.ts';
import { ask, draftOf, type World } from '../../workflows/engine/draft.ts';
import { isApplied } from '../../workflows/engine/memory.ts';
import { review } from '../../workflows/engine/review.ts';
import type { Cause, Command } from '../../workflows/model/cause.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Watch } from '../../workflows/model/history.ts';
import type { Job, JobKind } from '../../workflows/model/job.ts';
import { triggerTypeOf } from '../../workflows/triggers/index.ts';
import type { Timeline } from '../ports.ts';
import { insideOf } from './count-inside.ts';
import type { Concern, Examine } from './examine.ts';
import { rebuilt } from './past.ts';

/** A job that passes over contacts: all but imports, which pass over rows. */
export type Pass = Job & { readonly kind: Exclude<JobKind, 'import'> };

export interface Asked {
  readonly world: World;
  readonly job: Job;
  readonly timeline: Pick<Timeline, 'list'>;
}

interface Kind {
  /** Why there is nothing to do any more, or not now. Throws Missing. */
  idle?(
    asked: Asked,
  ): { readonly state: 'stopped' | 'paused'; readonly because: string } | undefined;
  /** Asked of every contact. Throws Missing. */
  open(asked: Asked): Examine;
}

const idOf = ({ about }: Job): string =>
  'campaign' in about ? about.campaign : 'segment' in about ? about.segment : '';

const causeOf = ({ id, input, startedAt }: Job) => ({
  id,
  at: typeof input.at === 'number' ? input.at : startedAt,
});

/** What does something to each contact has an id for each: of two that become one, it is for the part of either. */
const causeFor = ({ id: contact }: Contact, job: Job) => {
  const { id, at } = causeOf(job);
  return { id: `${id}/${contact}`, at };
};

/**
 * A crawl that died over a page looks at it again. Whom it had brought the cause by then may need nothing any more, but
 * what came of it may be in the contact's outbox still: the cause is brought again, and changes nothing.
 */
const isBrought = isApplied;

/** Changes nobody: it counts those of whom the condition holds, or those inside a campaign by where they are. */
const count: Kind = {
  open: (asked) => {
    const { world, job } = asked;
    if (job.input.condition === undefined) return insideOf(asked);
    const rule = condition.parse(job.input.condition);
    return ({ contact }) => (ask(world, { contact }, rule).held ? {} : undefined);
  },
};

interface PublishedNow {
  readonly version: number;
  readonly watches: readonly Watch[];
  /** Whether publishing it anew always starts a fill of its own. */
  readonly isFilledAnew: boolean;
}

/** What a fill is about, as it is published now. */
function published({ world, job }: Asked): PublishedNow | undefined {
  const { playbook } = world;
  if ('segment' in job.about) {
    const segment = playbook.segment(job.about.segment);
    return segment && { ...segmentCard(segment), isFilledAnew: true };
  }
  const campaign = playbook.campaign(idOf(job));
  if (!campaign) return undefined;
  const isFilledAnew = triggerTypeOf(campaign.version.document.trigger).next !== undefined;
  return { ...campaignCard(campaign.version, campaign.state), isFilledAnew };
}

/** Reviews whom a new segment or a new clock concerns; their past is read where the rule asks for it. */
const fill: Kind = {
  idle: (asked) => {
    const now = published(asked);
    const { about } = asked.job;
    if (!now) return { state: 'stopped', because: 'It is not published any more' };
    const isOutdated = 'version' in about && now.version > about.version;
    // Where the newer version remembers what this one does, nobody else reads the past of those not reached yet.
    return isOutdated && now.isFilledAnew
      ? { state: 'stopped', because: `Version ${now.version} was published since` }
      : undefined;
  },
  open: (asked) => {
    const watches = published(asked)?.watches ?? [];
    return ({ contact }) => reviewed(asked, contact, watches);
  },
};

const filledBy = (job: Job) =>
  'segment' in job.about ? { segment: idOf(job) } : { campaign: idOf(job) };

async function reviewed(
  { world, job, timeline }: Asked,
  contact: Contact,
  watches: readonly Watch[],
): Promise<Concern | undefined> {
  const history = await rebuilt(timeline, { contact, watches, now: world.now });
  const of = filledBy(job);
  const isSegment = 'segment' in of;
  const cause = {
    kind: 'review',
    ...causeFor(contact, job),
    of,
    ...(history && { history }),
  } as const;
  const known = draftOf(contact);
  const after = review(world, known, cause).contact;
  const isMember = isSegment && Object.hasOwn(after.segments, idOf(job));
  const needsNothing = isDeepStrictEqual(after, contact) && !isBrought(world, contact, cause);
  if (needsNothing) return isMember ? {} : undefined;
  return isMember || !isSegment ? { cause } : { cause, uncounted: true };
}

const paused = { state: 'paused', because: 'The campaign is paused' } as const;
const stopped = (because: string) => ({ state: 'stopped', because }) as const;

const whereItStands: Readonly<Record<CampaignState, ReturnType<NonNullable<Kind['idle']>>>> = {
  live: undefined,
  paused,
  stopped: stopped('The campaign was stopped'),
};

/** Calls the audience. Whoever is in it is told why not, if the campaign does not let them in. */
const broadcast: Kind = {
  idle: ({ world, job }) => {
    const campaign = world.playbook.campaign(idOf(job));
    return campaign
      ? whereItStands[campaign.state]
      : stopped('The campaign is not published any more');
  },
  open: ({ world, job }) => {
    const audience = world.playbook.campaign(idOf(job))?.version.document.audience;
    const cause: Cause = {
      kind: 'call',
      ...causeOf(job),
      campaign: idOf(job),
      properties: {},
      by: 'broadcast',
    };
    const isCalled = (contact: Contact) =>
      !audience || isBrought(world, contact, cause) || ask(world, { contact }, audience).held;
    return ({ contact }) => (isCalled(contact) ? { cause } : undefined);
  },
};

/** Brings a marketer's command to whoever is inside the campaign. */
const commanding: Kind = {
  open: ({ world, job }) => {
    const campaign = idOf(job);
    const command = job.input.command as unknown as Command;
    const causeOn = (contact: Contact): Cause & { readonly kind: 'command' } => ({
      ...causeFor(contact, job),
      ...{ kind: 'command', campaign, command },
    });
    const isInside = ({ enrollments }: Contact) =>
      enrollments.some((one) => one.campaign === campaign && one.step !== undefined);
    return ({ contact }) => {
      const cause = causeOn(contact);
      return isInside(contact) || isBrought(world, contact, cause) ? { cause } : undefined;
    };
  },
};

/** A command that has lost its sense since is brought to nobody any more. */
const whileIt = (is: CampaignState, because: string): Kind => ({
  ...commanding,
  idle: ({ world, job }) => (world.playbook.state(idOf(job)) === is ? undefined : stopped(because)),
});

export const kinds: Readonly<Record<Pass['kind'], Kind>> = {
  fill,
  broadcast,
  resume: whileIt('live', 'The campaign is not live any more'),
  move: commanding,
  leave: whileIt('stopped', 'The campaign was published again'),
  count,
};
