// Who competes for one place: a message that is held has its place at the end of its hold, before those of lower priority.
import type { CampaignDocument } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Sending } from '../model/sending.ts';
import type { Instant } from '../model/time.ts';
import type { World } from './draft.ts';
import { kindOf, nodeAt } from './moment.ts';

/** A marketing message that is yet to go. */
export interface Promised {
  readonly at: Instant;
  readonly campaign: string;
  readonly sending: Sending;
}

interface Candidate {
  readonly enrollment: string;
  readonly document: CampaignDocument;
}

/** Held messages of campaigns with a smaller number than the candidate's. */
export const promisedTo = (
  world: World,
  { enrollments }: Contact,
  { enrollment, document }: Candidate,
): Promised[] =>
  enrollments
    .filter((one) => one.id !== enrollment && isHeld(world, one))
    .flatMap((one) => promiseOf(world, one, document.priority));

const isHeld = ({ now, playbook }: World, { dueSince, until = 0, campaign }: Enrollment) =>
  dueSince !== undefined && until > now && playbook.state(campaign) === 'live';

function promiseOf({ playbook }: World, held: Enrollment, below: number): Promised[] {
  const { campaign, step, until: at = 0 } = held;
  const version = playbook.version(campaign, held.version);
  const { priority, sending } = version.document;
  if (step === undefined || priority >= below) return [];
  const { type, step: document } = nodeAt(version, step);
  const isMarketing = (type.templates?.(document) ?? []).some(
    (template) => kindOf(version, template) === 'marketing',
  );
  return isMarketing ? [{ at, campaign, sending }] : [];
}
