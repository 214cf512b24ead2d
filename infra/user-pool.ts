// The people who sign in by name: Cognito keeps their passwords. Nobody signs up by themselves; whom an administrator
// adds over the API is invited.
import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { allow, type Binding } from './binding.ts';

export interface SignIn {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
}

/** Unique in its region, since accounts are; it stands in the address of the page that asks for passwords. */
const prefix = `perennial-${Aws.ACCOUNT_ID}`;

/** The host of that page. */
export const signInHost = `${prefix}.auth.${Aws.REGION}.amazoncognito.com`;

/** `consoleUrl` is where people come back to when they have said who they are, without a slash at its end. */
export function signIn(scope: Construct, consoleUrl: string): SignIn {
  const pool = userPool(scope);
  pool.addDomain('SignInDomain', { cognitoDomain: { domainPrefix: prefix } });
  const client = pool.addClient('ConsoleClient', {
    // What runs in a browser keeps no secret: PKCE stands in for one.
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${consoleUrl}/`],
      logoutUrls: [`${consoleUrl}/`],
    },
    preventUserExistenceErrors: true,
    // The API turns the token into a session of its own at once.
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
  });
  return { pool, client };
}

function userPool(scope: Construct): UserPool {
  const pool = new UserPool(scope, 'Users', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    // The plan without a fee, which has all that is wanted here.
    featurePlan: FeaturePlan.LITE,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    userInvitation: {
      emailSubject: 'You are invited to Perennial',
      emailBody: 'Sign in as {username} with this password, and choose another: {####}',
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(pool).acknowledge(
    {
      id: 'AwsSolutions-COG2',
      reason:
        'A second factor is offered to everybody and asked of nobody: that is a team’s choice',
    },
    {
      id: 'AwsSolutions-COG3',
      reason:
        'Threat protection costs by the user each month; passwords are long, and few people have one',
    },
    {
      id: 'AwsSolutions-COG8',
      reason: 'The plan with threat protection costs by the user each month',
    },
  );
  return pool;
}

/** Inviting people, and taking their accounts away. */
export const invitesTo = ({ pool }: SignIn): Binding => ({
  value: pool.userPoolId,
  allows: [
    allow(['cognito-idp:AdminCreateUser', 'cognito-idp:AdminDeleteUser'], [pool.userPoolArn]),
  ],
});
