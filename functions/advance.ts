// Advance: the advance queue. Events and alarms reach their contacts, and campaigns decide.
import { contactPorts } from './contact-ports.ts';
import { advanceEnvironment, type ContactEnvironment } from './environment.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { advance } from './use-cases/advance.ts';

export const create = (env: ContactEnvironment, aws: AwsConfig) => {
  const ports = contactPorts(env, aws);
  return queueHandler((records) => advance(ports, records));
};

export const handler = lambda(advanceEnvironment, create);
