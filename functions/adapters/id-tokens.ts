// Cognito's id tokens: signed by the pool's keys, made for our client, not over, of an address that the pool has verified.
// The library is loaded with the first sign-in: programs never need it.
import { Refused } from '../errors.ts';
import type { VerifyIdToken } from '../user-ports.ts';

export interface Pool {
  readonly userPoolId: string;
  readonly clientId: string;
}

/** Answers the bytes at an address; Cognito's keys are fetched through it. */
export type FetchKeys = (uri: string) => Promise<ArrayBuffer>;

type Verifier = Awaited<ReturnType<typeof open>>;

export function createVerifyIdToken(pool: Pool, fetchKeys: FetchKeys = fetched): VerifyIdToken {
  let verifier: Promise<Verifier> | undefined;
  return async (idToken) => {
    verifier ??= open(pool, fetchKeys);
    const { email, email_verified } = await claimsOf(await verifier, idToken);
    if (typeof email !== 'string') throw new Refused(401, 'The id token has no address');
    if (email_verified !== true && email_verified !== 'true')
      throw new Refused(401, 'The address of the id token is not verified');
    return email.toLowerCase();
  };
}

async function open({ userPoolId, clientId }: Pool, fetchKeys: FetchKeys) {
  const { CognitoJwtVerifier } = await import('aws-jwt-verify');
  const { SimpleJwksCache } = await import('aws-jwt-verify/jwk');
  const jwksCache = new SimpleJwksCache({ fetcher: { fetch: fetchKeys } });
  return CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id' }, { jwksCache });
}

async function claimsOf(verifier: Verifier, idToken: string): Promise<Record<string, unknown>> {
  const { JwtBaseError, FetchError } = await import('aws-jwt-verify/error');
  try {
    return await verifier.verify(idToken);
  } catch (cause) {
    // That the keys cannot be had is not the fault of whoever signs in.
    if (!(cause instanceof JwtBaseError) || cause instanceof FetchError) throw cause;
    throw new Refused(401, `The id token opens nothing: ${cause.message}`, { cause });
  }
}

async function fetched(uri: string): Promise<ArrayBuffer> {
  const answer = await fetch(uri, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`${uri} answered ${answer.status}`);
  return answer.arrayBuffer();
}
