// Accounts of users in Cognito: made when somebody is invited, which has Cognito mail them, and deleted when they go.
// The client is loaded with the first invitation: they are few.
import type {
  CognitoIdentityProviderClient,
  CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import { Refused } from '../errors.ts';
import type { AwsConfig } from '../lambda.ts';
import type { Directory } from '../user-ports.ts';

const sdk = () => import('@aws-sdk/client-cognito-identity-provider');

export function createDirectory(aws: AwsConfig, UserPoolId: string): Directory {
  let made: Promise<CognitoIdentityProviderClient> | undefined;
  const open = async () => {
    const { CognitoIdentityProviderClient: Client } = await sdk();
    return new Client(aws as CognitoIdentityProviderClientConfig);
  };
  const client = () => {
    made ??= open();
    return made;
  };
  return {
    invite: async (email) => {
      const { AdminCreateUserCommand, ...errors } = await sdk();
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ];
      const asked = { UserPoolId, Username: email, UserAttributes };
      try {
        await (await client()).send(
          new AdminCreateUserCommand({ ...asked, DesiredDeliveryMediums: ['EMAIL'] }),
        );
        return 'sent';
      } catch (error) {
        if (error instanceof errors.UsernameExistsException) return 'known';
        if (error instanceof errors.InvalidParameterException)
          throw new Refused(422, `Cognito does not take ${email}`, { cause: error, at: 'email' });
        throw error;
      }
    },
    remove: async (email) => {
      const { AdminDeleteUserCommand, UserNotFoundException } = await sdk();
      try {
        await (await client()).send(new AdminDeleteUserCommand({ UserPoolId, Username: email }));
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };
}
