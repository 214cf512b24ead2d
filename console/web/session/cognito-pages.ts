// Addresses of Cognito's own pages.
import type { SignIn } from './session.ts';

export type Cognito = Extract<SignIn, { kind: 'cognito' }>;

/** Where Cognito comes back to; it knows no other address of this console. */
export const here = (): string => `${location.origin}/`;

export function leaveCognito({ domain, clientId }: Cognito): void {
  const query = new URLSearchParams({ client_id: clientId, logout_uri: here() });
  location.assign(`https://${domain}/logout?${query}`);
}
