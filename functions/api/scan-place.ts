// The place of a scan of contacts, as whoever asks for the next portion sends it back.
import * as z from 'zod';

/** A key of the table, as the scan writes it. */
export const scanPlace = z.string().refine((text) => {
  const part = z.strictObject({ S: z.string().min(1).max(2_000) });
  const place = z.strictObject({ pk: part, sk: part });
  try {
    return place.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
});
