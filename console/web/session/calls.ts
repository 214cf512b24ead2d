// Signing in and out. On the machine where Perennial runs, its owner needs no password.

import { Refusal } from '../api/refusal.ts';
import { hearTime } from '../api/server-time.ts';
import { leaveCognito } from './cognito-pages.ts';
import type { Session, SignIn } from './session.ts';

async function ask<T>(path: string, method = 'GET', body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const sent = body ? { method, headers, body: JSON.stringify(body) } : { method };
  const response = await fetch(path, sent);
  hearTime(response);
  if (!response.ok) throw await Refusal.of(response);
  return response.status === 204 ? (undefined as T) : response.json();
}

const isThisMachine = (): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

/** Keeps the owner of this machine from being signed in again who has just signed out. */
const left = 'perennial-left';

/** Who is signed in; on one's own machine whoever opens the page. */
export async function whoAmI(): Promise<Session> {
  const session = await ask<Session>('/api/session');
  if (session.name || !isThisMachine() || sessionStorage.getItem(left)) return session;
  return ask<unknown>('/_local/session', 'POST').then(
    () => ask<Session>('/api/session'),
    () => session,
  );
}

export async function signInByToken(token: string): Promise<void> {
  await ask('/api/session', 'POST', { token });
  sessionStorage.removeItem(left);
}

export const signInByIdToken = (idToken: string): Promise<void> =>
  ask('/api/session', 'POST', { idToken });

/** Out of Cognito, too: or its page would let the same person in again without asking. */
export async function signOut(signIn: SignIn): Promise<void> {
  await ask('/api/session', 'DELETE');
  sessionStorage.setItem(left, 'yes');
  if (signIn.kind === 'cognito') leaveCognito(signIn);
}
