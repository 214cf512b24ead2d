// Inviting people through Cognito's own client, against what Cognito answers.
import { beforeEach, describe, expect, it } from 'vitest';
import { createDirectory } from '../../../functions/adapters/directory.ts';
import { Refused } from '../../../functions/errors.ts';
import type { AwsConfig } from '../../../functions/lambda.ts';

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

let calls: { readonly operation: string | undefined; readonly input: object }[];
beforeEach(() => {
  calls = [];
});

const textOf = (body: Sent['body'] = '{}'): string =>
  typeof body === 'string'
    ? body
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();

/** Cognito that answers every call so. */
function cognito(statusCode: number, said: object) {
  const requestHandler = {
    handle: async ({ headers, body }: Sent) => {
      const input = JSON.parse(textOf(body));
      calls.push({ operation: headers['x-amz-target']?.split('.')[1], input });
      const type = { 'content-type': 'application/x-amz-json-1.1' };
      return {
        response: { statusCode, headers: type, body: Buffer.from(JSON.stringify(said)) },
      };
    },
    destroy() {},
  };
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const aws = { region: 'eu-west-1', credentials, requestHandler } as unknown as AwsConfig;
  return createDirectory(aws, 'eu-west-1_Test');
}

const failing = (type: string) => cognito(400, { __type: type, message: 'so' });

describe('an invitation', () => {
  it('makes an account whose address is known to be right, and has Cognito mail it', async () => {
    expect(await cognito(200, { User: {} }).invite('ann@hats.example')).toBe('sent');
    expect(calls).toEqual([
      {
        operation: 'AdminCreateUser',
        input: {
          UserPoolId: 'eu-west-1_Test',
          Username: 'ann@hats.example',
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [
            { Name: 'email', Value: 'ann@hats.example' },
            { Name: 'email_verified', Value: 'true' },
          ],
        },
      },
    ]);
  });

  it('is not needed by who has an account', async () => {
    expect(await failing('UsernameExistsException').invite('ann@hats.example')).toBe('known');
  });

  it('to an address that Cognito does not take is refused, with the place', async () => {
    const refusal = await failing('InvalidParameterException')
      .invite('ann@hats.example')
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ status: 422, at: 'email' });
  });

  it('that fails otherwise is an error', async () => {
    const directory = failing('NotAuthorizedException');
    await expect(directory.invite('ann@hats.example')).rejects.toThrow('so');
  });
});

describe('taking an account away', () => {
  it('deletes it', async () => {
    await cognito(200, {}).remove('ann@hats.example');
    expect(calls).toMatchObject([
      { operation: 'AdminDeleteUser', input: { Username: 'ann@hats.example' } },
    ]);
  });

  it('that is not there is no error', async () => {
    await failing('UserNotFoundException').remove('ann@hats.example');
  });
});
