// Who has signed in with a browser: a session lasts half a day and names a token or a user. What they may do is looked
// up anew with every request, so that what is revoked opens nothing from then on.
import type { Instant } from '../workflows/model/time.ts';

export const sessionLasts = 12 * 3_600_000;

/** Of a token by its name, or of a user by their address. */
export interface SessionHolder {
  readonly kind: 'token' | 'user';
  readonly name: string;
}

export interface Session extends SessionHolder {
  /** It opens nothing from here on. */
  readonly until: Instant;
}

export interface Sessions {
  /** Answers its secret, which is kept only as a hash. */
  open(holder: SessionHolder): Promise<string>;
  /** Undefined once it has ended. */
  find(secret: string): Promise<Session | undefined>;
  close(secret: string): Promise<void>;
}
