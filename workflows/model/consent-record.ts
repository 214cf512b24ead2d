// A line of the consent ledger: one change of one wish, with all that proves it. The names are those of the field, since
// a line is shown as it is to whoever asks for proof.
import * as z from 'zod';
import type { WishStatus } from './consent.ts';
import type { Instant } from './time.ts';

export const legalBasis = z.enum([
  'consent',
  'legitimate_interest',
  'contract',
  'soft_opt_in',
  'casl_express',
  'casl_implied',
]);
export type LegalBasis = z.infer<typeof legalBasis>;

/** What proves a wish. */
export interface Proof {
  readonly legal_basis?: LegalBasis;
  readonly method_detail?: string;
  readonly source_url?: string;
  readonly form?: string;
  /** The exact words that were shown. */
  readonly wording?: string;
  readonly wording_version?: string;
  readonly language?: string;
  readonly policy_url?: string;
  readonly ip?: string;
  readonly user_agent?: string;
  readonly double_opt_in?: {
    readonly requested_at: Instant;
    readonly confirmed_at?: Instant;
    readonly confirm_ip?: string;
    /** The mail that asked for it. */
    readonly message?: string;
  };
  /** Whose doing it was: "contact", a source, "import/<id>", or the name of a token. */
  readonly actor: string;
  /** The mail whose link was followed. */
  readonly message?: string;
}

/**
 * What a line is about: mail that advertises, a pause of it (`expires_at` is its end), whether opens and clicks may be
 * recorded, and the language of mail (`method_detail` says which).
 */
export const purposes = ['marketing', 'pause', 'tracking', 'language'] as const;
export const lineStatuses = ['paused', 'resumed', 'allowed', 'refused', 'chosen'] as const;

/** A change as it is decided. */
export interface ConsentChange extends Proof {
  readonly channel: 'email';
  readonly purpose: (typeof purposes)[number];
  /** All marketing when absent. */
  readonly topic?: string;
  readonly status: WishStatus | (typeof lineStatuses)[number];
  readonly method: string;
  readonly occurred_at: Instant;
  readonly expires_at?: Instant;
}

/** A change as the ledger keeps it. The same decision gives it the same id, however often it is told. */
export interface ConsentRecord extends ConsentChange {
  readonly id: string;
  readonly contact: string;
  readonly address_hash?: string;
  readonly recorded_at: Instant;
}
