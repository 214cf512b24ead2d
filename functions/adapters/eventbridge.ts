// The EventBridge client.
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { AwsConfig } from '../lambda.ts';

export const createEventBridge = (aws: AwsConfig): EventBridgeClient =>
  new EventBridgeClient({ maxAttempts: 3, ...aws });
