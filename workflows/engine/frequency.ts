// Frequency: how much marketing one contact gets from all campaigns together, by smart sending and by caps.
// Both say the same: of messages whose moments lie within one window, at most so many. Windows roll; they know no days.
import type { CampaignDocument } from '../model/campaign.ts';
import type { Contact, Reserved } from '../model/contact.ts';
import { spoken } from '../model/spoken.ts';
import { duration, type Instant, type Milliseconds } from '../model/time.ts';
import type { Withheld } from '../model/transition.ts';
import { type Promised, promisedTo } from './competing.ts';
import type { World } from './draft.ts';

interface Limit {
  readonly reason: Extract<Withheld, 'smart_sending' | 'frequency_cap'>;
  readonly atMost: number;
  readonly within: Milliseconds;
  readonly taken: readonly Reserved[];
  /** Places of messages yet to go, which come before this one. */
  readonly promised: readonly Promised[];
}

interface TooMuch {
  readonly reason: Limit['reason'];
  readonly because: string;
  readonly passesAt?: Instant;
}

interface Candidate {
  readonly enrollment: string;
  readonly document: CampaignDocument;
}

/** The first rule by which one more message now is too much, or undefined. */
export function tooMuch(world: World, contact: Contact, candidate: Candidate): TooMuch | undefined {
  const rules = rulesOf(world, candidate.document);
  if (rules.length === 0) return undefined;
  const promised = promisedTo(world, contact, candidate);
  for (const { obeys, ...rule } of rules) {
    const taken = contact.sends.filter((one) => rule.reason === 'smart_sending' || !one.uncapped);
    const limit = { ...rule, taken, promised: promised.filter(obeys) };
    if (!isFree(limit, world.now)) return explain(limit, world.now);
  }
  return undefined;
}

interface Rule extends Pick<Limit, 'reason' | 'atMost' | 'within'> {
  /** Who needs no protection keeps nobody waiting. */
  readonly obeys: (promised: Promised) => boolean;
}

function rulesOf({ workspace }: World, { sending }: CampaignDocument): Rule[] {
  const { smartSending, caps } = workspace;
  const smart: Rule[] =
    smartSending === false || sending.smartSending === false
      ? []
      : [
          {
            reason: 'smart_sending',
            atMost: 1,
            within: duration(smartSending),
            obeys: (one) => one.sending.smartSending !== false,
          },
        ];
  const capped = sending.caps === false ? [] : caps;
  return [
    ...smart,
    ...capped.map(
      ({ at_most: atMost, within }): Rule => ({
        reason: 'frequency_cap',
        atMost,
        within: duration(within),
        obeys: (one) => one.sending.caps !== false,
      }),
    ),
  ];
}

/** Whether every window that a message at `at` falls into would still hold no more than it may. */
function isFree({ atMost, within, taken, promised }: Limit, at: Instant): boolean {
  const places = [...taken, ...promised].map((one) => one.at);
  const near = places.filter((place) => place > at - within && place < at + within);
  const ends = [at, ...near.filter((place) => place > at)];
  return ends.every(
    (end) => near.filter((place) => place > end - within && place <= end).length < atMost,
  );
}

function explain(limit: Limit, now: Instant): TooMuch {
  const { reason, within, taken, promised } = limit;
  const passesAt = [...taken, ...promised]
    .map(({ at }) => at + within)
    .filter((at) => at > now)
    .sort((a, b) => a - b)
    .find((at) => isFree(limit, at));
  const because = isFree({ ...limit, promised: [] }, now)
    ? becauseOf(promised, now)
    : had(limit, now);
  return { reason, because, ...(passesAt !== undefined && { passesAt }) };
}

function becauseOf(promised: readonly Promised[], now: Instant): string {
  const [next] = [...promised].sort((a, b) => a.at - b.at);
  const { campaign = '', at = now } = next ?? {};
  return `"${campaign}", of higher priority, goes out in ${spoken(at - now)}`;
}

function had({ reason, atMost, within, taken }: Limit, now: Instant): string {
  const { campaign, at } = taken.at(-1) ?? { campaign: '', at: now };
  const last = `"${campaign}" ${spoken(now - at)} ago`;
  return reason === 'smart_sending'
    ? `got ${last}`
    : `got ${atMost} within ${spoken(within)}, the last of them ${last}`;
}
