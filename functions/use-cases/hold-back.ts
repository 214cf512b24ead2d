// What must not leave at this moment although it was asked for: mail of a campaign that was paused or stopped since,
// and mail that has waited for so long that it is stale.
import type { Message } from '../../workflows/model/message.ts';
import type { Withheld } from '../../workflows/model/transition.ts';
import type { Now } from '../ports.ts';
import type { CampaignStates } from '../sending-ports.ts';
import type { Prepared } from './prepare.ts';

export interface HoldBackPorts {
  readonly states: CampaignStates;
  readonly now: Now;
}

interface Sorted {
  readonly free: readonly Message[];
  /** To be asked again later. */
  readonly parked: readonly Message[];
  readonly withheld: readonly Prepared[];
}

export async function holdBack(
  { states, now }: HoldBackPorts,
  messages: readonly Message[],
): Promise<Sorted> {
  const stateOf = await states();
  const at = now();
  const judged = messages.map((message) => {
    const { campaign, expiresAt = Number.POSITIVE_INFINITY } = message;
    const state = stateOf(campaign) ?? 'stopped';
    if (state === 'stopped') return { message, reason: 'campaign_stopped' as const };
    if (at > expiresAt) return { message, reason: 'expired' as const };
    return { message, isParked: state === 'paused' };
  });
  return {
    free: judged.flatMap(({ message, isParked }) => (isParked === false ? [message] : [])),
    parked: judged.flatMap(({ message, isParked }) => (isParked ? [message] : [])),
    withheld: judged.flatMap(({ message, reason }) => (reason ? [withhold(message, reason)] : [])),
  };
}

const withhold = (message: Message, reason: Withheld): Prepared => ({
  kind: 'withheld',
  message,
  reason,
});
