// How people sign in: through Cognito where the template has a pool, and everywhere by a token.
import { createDirectory } from './adapters/directory.ts';
import { createVerifyIdToken } from './adapters/id-tokens.ts';
import type { ApiPorts } from './api/ports.ts';
import type { ApiEnvironment } from './environment.ts';
import { Refused } from './errors.ts';
import type { AwsConfig } from './lambda.ts';

type SignInPorts = Pick<ApiPorts, 'directory' | 'signIn' | 'verifyIdToken'>;

/** What one machine says of the pool, since it has none. */
const noPool = 'none';

export function signInPorts(env: ApiEnvironment, aws: AwsConfig): SignInPorts {
  const { USER_POOL: userPoolId, USER_POOL_CLIENT: clientId, SIGN_IN_DOMAIN: domain } = env;
  if (userPoolId === noPool) return byTokenAlone;
  return {
    directory: createDirectory(aws, userPoolId),
    signIn: { kind: 'cognito', domain, clientId },
    verifyIdToken: createVerifyIdToken({ userPoolId, clientId }),
  };
}

const byTokenAlone: SignInPorts = {
  directory: { invite: async () => 'none', remove: async () => undefined },
  signIn: { kind: 'token' },
  verifyIdToken: async () => {
    throw new Refused(422, 'Nobody signs in by an id token here: there is no Cognito', {
      at: 'idToken',
    });
  },
};
