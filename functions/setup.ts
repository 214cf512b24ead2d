// Setup: invoked by the owner after a deployment. Makes a write key and a token of the role administrator, shown once, and
// what signs links and webhooks, and the salt of erasures. Running it again makes new ones; the old ones stay valid.
import { createAccess } from './adapters/access.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { createSettings } from './adapters/settings.ts';
import { type SetupEnvironment, setupEnvironment } from './environment.ts';
import { type AwsConfig, type Handler, lambda } from './lambda.ts';
import { now } from './now.ts';
import { createUnderFreeName } from './use-cases/first-keys.ts';

interface Keys {
  readonly writeKey: string;
  readonly adminToken: string;
}

export const create = (env: SetupEnvironment, aws: AwsConfig): Handler<unknown, Keys> => {
  const dynamo = createDynamo(aws);
  const access = createAccess(dynamo, env.CORE_TABLE);
  const settings = createSettings(dynamo, env.CORE_TABLE, now);
  return async () => {
    await settings.ensureSigningKey();
    await settings.ensureWebhookSecret();
    await settings.ensureErasureSalt();
    return {
      writeKey: await createUnderFreeName(access, 'write', 'first'),
      adminToken: await createUnderFreeName(access, 'token', 'administrator', {
        role: 'administrator',
      }),
    };
  };
};

export const handler = lambda(setupEnvironment, create);
