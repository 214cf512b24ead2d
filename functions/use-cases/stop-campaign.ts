// Pauses a live campaign by itself, and says why. Whoever made it live again meanwhile is asked anew.
import type { BookKeeping } from '../book-ports.ts';
import type { Now } from '../ports.ts';

export const stopCampaign =
  (keeping: Pick<BookKeeping, 'change'>, now: Now) =>
  async (campaign: string, because: string): Promise<void> => {
    const [by, at] = ['guard rails', now()];
    await keeping.change(({ campaigns }) => {
      const card = campaigns.get(campaign);
      if (card?.state !== 'live') return undefined;
      const changed = { by, at, because };
      return { change: { campaign: { ...card, state: 'paused', changed } }, by, at };
    });
  };
