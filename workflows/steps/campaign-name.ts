// The id of a campaign, as another one names it. Whether there is such a campaign is asked when it is published.
import * as z from 'zod';

export const campaignName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'the id of a campaign: lower-case letters, digits, hyphens');
