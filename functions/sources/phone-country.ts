// The country whose phone numbers do not say it. Numbers themselves are read by phone.ts, which not everybody carries.
import * as z from 'zod';

/** ISO 3166-1 alpha-2. */
export const phoneCountry = z.string().regex(/^[A-Z]{2}$/, 'a country of two letters, such as PL');
