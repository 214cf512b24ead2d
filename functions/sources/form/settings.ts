// What an owner may set for one form, by its name. All of it narrows what strangers can do; none of it is needed.
import * as z from 'zod';
import type { FindHook } from '../hook/hook.ts';
import { phoneCountry } from '../phone-country.ts';

const origin = z
  .url({ protocol: /^https?$/ })
  .transform((address) => new URL(address).origin)
  .describe('an origin such as https://shop.example');

export const formSettings = z.strictObject({
  /** Sites on which the form may stand. Empty: any. */
  origins: z.array(origin).max(50).default([]),
  /** Sites, besides that of the form, to which a person may be sent on. */
  redirect_to: z.array(origin).max(50).default([]),
  /** Whoever fills it in faster is no person. Judged where the form tells in `_t` when it was shown. */
  fill_seconds: z.number().min(0).max(600).default(2),
  /** How often an hour one address may be filled in. An estimate: every container counts on its own. */
  per_address: z.int().min(1).max(1_000).default(20),
  /** Whose phone number it is that does not say. */
  phone_country: z.optional(phoneCountry),
});

export type FormSettings = z.infer<typeof formSettings>;

const usual = formSettings.parse({});

/** Of the form of that name, where the owner has connected one. */
export async function settingsOf(find: FindHook, name: string | undefined): Promise<FormSettings> {
  const isName = name !== undefined && /^[a-z0-9][a-z0-9-]{0,63}$/.test(name);
  const known = isName ? await find(name) : undefined;
  return known?.kind === 'form' ? formSettings.parse(known.settings) : usual;
}
