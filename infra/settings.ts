// What an owner may choose at deploy time (`cdk deploy -c identity=acme.com`). Everything else is code.
import type { Node } from 'constructs';

export interface Settings {
  /** The domain or the single address that SES sends from. */
  readonly identity: string;
  readonly mailFrom: string;
  /** Who is told about alarms; without it alarms only show in the console. */
  readonly alarmEmail: string | undefined;
}

export function settings(node: Node): Settings {
  const identity = text(node, 'identity') ?? 'example.com';
  return {
    identity,
    mailFrom: text(node, 'mailFrom') ?? (isAddress(identity) ? identity : `hello@${identity}`),
    alarmEmail: text(node, 'alarmEmail'),
  };
}

export const isAddress = (identity: string): boolean => identity.includes('@');

function text(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`Context "${key}" must be a text that is not empty`);
}
