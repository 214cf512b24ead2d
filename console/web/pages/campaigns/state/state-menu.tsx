// Not there yet.
import type { Campaign } from '../use-campaign.ts';
import type { Writing } from '../writing/use-writing.ts';

export function StateMenu(_: { readonly campaign: Campaign; readonly writing: Writing }) {
  return null;
}
