// The day of a moment, UTC: "2026-01-05". Days sort as text.
import type { Instant } from '../../workflows/model/time.ts';

export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
