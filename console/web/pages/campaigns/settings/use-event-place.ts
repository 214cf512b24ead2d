// What conditions in a campaign may ask besides the contact: the event that let them in, and what came since.
import { useMemo } from 'react';
import type { Place } from '../../../parts/form/form-place.ts';
import type { Fields } from '../steps/tree.ts';

export function useEventPlace({ trigger }: Fields, isInCampaign = true): Place {
  const { event } = (trigger ?? {}) as Fields;
  const known = typeof event === 'string' ? event : undefined;
  return useMemo(() => ({ isInCampaign, event: known }), [isInCampaign, known]);
}
