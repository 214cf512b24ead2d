// A user pool of Cognito as far as signing in needs it: a key pair, its public half served as Cognito serves it, and id
// tokens signed with the other half. And a directory that notes who was invited.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVerifyIdToken } from '../../functions/adapters/id-tokens.ts';
import { serve } from '../../functions/api.ts';
import { apiPorts } from '../../functions/api-wiring.ts';
import type { ApiEnvironment } from '../../functions/environment.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import type { Directory } from '../../functions/user-ports.ts';
import type { Builder } from './builders.ts';

const userPoolId = 'eu-west-1_Test12345';
export const clientId = 'client123';
const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${userPoolId}`;
const domain = 'hats.auth.eu-west-1.amazoncognito.com';

const newKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What is not as Cognito would say it. */
interface Odd {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by somebody else. */
  readonly forged?: boolean;
}

export async function openUserPool() {
  const { publicKey, privateKey } = newKeys();
  const kid = 'key-1';
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  /** Cognito's address of the keys, asked of the server here. */
  const fetchKeys = async (uri: string): Promise<ArrayBuffer> =>
    (await fetch(uri.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`))).arrayBuffer();

  const idToken = (email: string, { claims, header, forged = false }: Odd = {}): string => {
    const now = Math.floor(Date.now() / 1_000);
    const payload = {
      ...{ sub: randomUUID(), iss: issuer, aud: clientId, token_use: 'id', jti: randomUUID() },
      ...{ email, email_verified: true, auth_time: now, iat: now, exp: now + 300, ...claims },
    };
    const signed = `${part({ alg: 'RS256', kid, ...header })}.${part(payload)}`;
    const key = forged ? newKeys().privateKey : privateKey;
    return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  };

  const accounts = new Set<string>();
  const directory: Directory = {
    invite: async (email) => {
      if (accounts.has(email)) return 'known';
      accounts.add(email);
      return 'sent';
    },
    remove: async (email) => void accounts.delete(email),
  };
  const api = (env: ApiEnvironment, aws: AwsConfig) =>
    serve({
      ...apiPorts(env, aws),
      ...{ directory, signIn: { kind: 'cognito', domain, clientId } },
      verifyIdToken: createVerifyIdToken({ userPoolId, clientId }, fetchKeys),
    });
  return {
    ...{ idToken, asked, accounts, userPoolId, signIn: { kind: 'cognito', domain, clientId } },
    /** An API whose workspace has this pool. */
    api: api as unknown as Builder,
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}
