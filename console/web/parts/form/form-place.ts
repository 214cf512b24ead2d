// Where a form stands: conditions in it ask about the event at hand, and in a campaign about the time since somebody entered.
import { createContext } from 'react';

export interface Place {
  readonly isInCampaign: boolean;
  /** The event at hand, whose properties may be asked; undefined where there is none. */
  readonly event: string | undefined;
}

export const FormPlace = createContext<Place>({ isInCampaign: false, event: undefined });
