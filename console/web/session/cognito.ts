// Signing in at Cognito's own page, by authorization code with PKCE (RFC 7636): no secret is in this program, and the
// tokens are held in memory only until the API has given its cookie for one.
import { signInByIdToken } from './calls.ts';
import { type Cognito, here } from './cognito-pages.ts';

const keptVerifier = 'perennial-verifier';
const keptState = 'perennial-state';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const chance = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Leaves for Cognito's page, which comes back here with a code. */
export async function leaveForCognito({ domain, clientId }: Cognito): Promise<void> {
  const [verifier, state] = [chance(), chance()];
  sessionStorage.setItem(keptVerifier, verifier);
  sessionStorage.setItem(keptState, state);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: here(),
    scope: 'openid email',
    state,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: 'S256',
  });
  location.assign(`https://${domain}/oauth2/authorize?${query}`);
}

/** Whether this page was opened by Cognito with an answer. */
export const cameFromCognito = (): boolean =>
  new URLSearchParams(location.search).has('code') && sessionStorage.getItem(keptVerifier) !== null;

/** Turns the code into a session. Throws when the answer is not to what was asked here. */
export async function returnFromCognito({ domain, clientId }: Cognito): Promise<void> {
  const query = new URLSearchParams(location.search);
  const verifier = sessionStorage.getItem(keptVerifier) ?? '';
  const isOurs = query.get('state') === sessionStorage.getItem(keptState);
  sessionStorage.removeItem(keptVerifier);
  sessionStorage.removeItem(keptState);
  history.replaceState(null, '', location.pathname);
  if (!isOurs) throw new Error('The answer is not to what was asked');
  const response = await fetch(`https://${domain}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: here(),
      code: query.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new Error('Cognito gave no token');
  const { id_token: idToken } = await response.json();
  await signInByIdToken(idToken);
}
