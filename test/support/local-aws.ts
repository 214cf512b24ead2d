// Settings for AWS clients that call a local service directly: no socket, no retries.
import { createGateway, type Gateway, type GatewayParts } from '../../infra/local/gateway.ts';
import { inProcess } from '../../infra/local/in-process.ts';

export const clientSettings = (gateway: Gateway, caller = 'Caller') => ({
  region: 'us-east-1',
  credentials: { accessKeyId: caller, secretAccessKey: 'local' },
  requestHandler: inProcess(gateway) as never,
  maxAttempts: 1,
  useQueueUrlAsEndpoint: false,
});

export const clientOf = (services: GatewayParts['services']) =>
  clientSettings(createGateway({ services }));
