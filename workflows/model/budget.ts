// What each section of a contact may hold, so that a busy bot never fills the item: unsubscribing always fits.

export const budget = {
  /** Characters of all traits together, as JSON. */
  traits: 16_000,
  /** Characters of all traits of one account, as JSON: its members carry a copy. */
  account: 4_000,
  /** Accounts that one contact belongs to. */
  accounts: 20,
  identities: 25,
  /** Contacts that turned out to be this one. */
  merged: 100,
  suppressions: 10,
  /** Topics about which something was wished. */
  topics: 60,
  /** Bounces for now of one address: the first, and the newest. */
  softBounces: 10,
  lists: 200,
  /** Reserved messages kept for caps and smart sending. */
  sends: 60,
  /** Offers the contact was given. */
  grants: 50,
  /** Products the contact has bought. */
  owned: 200,
  enrollments: 50,
  /** Characters of the trigger's properties that one enrollment carries, as JSON. */
  enrollmentEvent: 4_000,
  /** Campaigns remembered for re-entry, and for goals that came before their trigger. */
  entries: 400,
  /** Causes remembered, and for how long. */
  applied: 100,
  appliedFor: 24 * 3_600_000,
} as const;

/** Events older than this update the contact but trigger nothing. */
export const staleAfter = 24 * 3_600_000;
