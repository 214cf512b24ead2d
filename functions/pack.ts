// Packs what came in one by one, so that the bus and all that follows is paid by the envelope and not by the event.
import { createBus } from './adapters/bus.ts';
import { createEventBridge } from './adapters/eventbridge.ts';
import { type PackEnvironment, packEnvironment } from './environment.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { packEnvelopes } from './use-cases/pack-envelopes.ts';

export const create = (env: PackEnvironment, aws: AwsConfig) => {
  const bus = createBus(createEventBridge(aws), env.BUS_NAME);
  return queueHandler((records) => packEnvelopes(records, bus));
};

export const handler = lambda(packEnvironment, create);
