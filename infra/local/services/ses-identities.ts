// What SES tells of identities. On this machine all are verified, as none can be: there is no DNS to look at.
import type { Operation } from '../gateway.ts';
import type { Input, Output } from '../protocol.ts';

/** Tells of one identity; "entry" is how a map is written on the wire. */
type Tell = (identity: string) => Output;

const verified = { VerificationStatus: 'Success' } as const;

const tells: Readonly<Record<string, readonly [member: string, Tell]>> = {
  GetIdentityVerificationAttributes: ['VerificationAttributes', () => verified],
  GetIdentityDkimAttributes: [
    'DkimAttributes',
    () => ({
      DkimEnabled: true,
      DkimVerificationStatus: 'Success',
      DkimTokens: { member: ['local1', 'local2', 'local3'] },
    }),
  ],
  GetIdentityMailFromDomainAttributes: [
    'MailFromDomainAttributes',
    (identity) => ({
      MailFromDomain: `bounce.${identity}`,
      MailFromDomainStatus: 'Success',
      BehaviorOnMXFailure: 'UseDefaultValue',
    }),
  ],
};

export const identityOperations = (known: Pick<ReadonlySet<string>, 'has'>) =>
  Object.fromEntries(
    Object.entries(tells).map(([name, [member, tell]]): [string, Operation] => [
      name,
      {
        needs: () => [{ action: `ses:${name}`, resource: '*' }],
        perform: (input) => ({
          [member]: {
            entry: asked(input)
              .filter((one) => known.has(one))
              .map((key) => ({ key, value: tell(key) })),
          },
        }),
      },
    ]),
  );

const asked = (input: Input): string[] =>
  Object.entries(input).flatMap(([name, value]) =>
    name.startsWith('Identities.member.') ? [String(value)] : [],
  );
