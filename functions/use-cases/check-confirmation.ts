// Consents by forms that wait to be confirmed, where nothing that is live would ask for it: those people would never get
// the marketing mail that is being published. It may be meant.
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import { consentRequested } from '../../workflows/model/own-events.ts';
import type { LiveBook } from '../book-ports.ts';
import type { Problem } from './problems.ts';

const asking = `event:${consentRequested}`;

export function unconfirmable(
  { document, kinds }: Pick<CampaignVersion, 'document' | 'kinds'>,
  { campaigns, workspace }: Pick<LiveBook, 'campaigns' | 'workspace'>,
): Problem[] {
  const isMarketing = Object.values(kinds).includes('marketing');
  if (!workspace.doubleOptIn || !isMarketing || document.basis !== 'consent') return [];
  const isAsked = [...campaigns.values()].some(
    ({ state, keys }) => state === 'live' && keys.includes(asking),
  );
  if (isAsked) return [];
  const message =
    'consents by forms wait to be confirmed (doubleOptIn), and no live campaign asks for it when "Consent Requested" happens';
  return [{ path: ['campaign', 'basis'], message }];
}
