// Where a condition stands: in a campaign it may count from when people entered, and ask about the event that let them in.
import { createContext } from 'react';

export interface Place {
  readonly isInCampaign: boolean;
  /** The event at hand, whose properties may be asked. */
  readonly event?: string | undefined;
  /** Faults are told of what nobody has touched yet, too. */
  readonly isChecked: boolean;
}

export const ConditionPlace = createContext<Place>({ isInCampaign: false, isChecked: false });
