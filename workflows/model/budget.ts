// What each section of a contact may hold, so that a busy bot never fills the item: unsubscribing always fits.

export const budget = {
  /** Characters of all traits together, as JSON. */
  traits: 16_000,
  identities: 25,
  enrollments: 50,
  /** Campaigns remembered for re-entry. */
  entries: 400,
  /** Causes remembered, and for how long. */
  applied: 100,
  appliedFor: 24 * 3_600_000,
} as const;

/** Events older than this update the contact but trigger nothing. */
export const staleAfter = 24 * 3_600_000;
