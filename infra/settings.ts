// What an owner may choose at deploy time (`cdk deploy -c identity=acme.com`). Everything else is code.
import { domainToASCII } from 'node:url';
import type { Node } from 'constructs';

export interface Settings {
  /** The domain or the single address that SES sends from. */
  readonly identity: string;
  readonly mailFrom: string;
  /** Who is told about alarms; without it alarms only show in the console. */
  readonly alarmEmail: string | undefined;
}

export function settings(node: Node): Settings {
  const identity = onTheWire(text(node, 'identity') ?? 'example.com');
  const own = isAddress(identity) ? identity : `hello@${identity}`;
  return {
    identity,
    mailFrom: onTheWire(text(node, 'mailFrom') ?? own),
    alarmEmail: text(node, 'alarmEmail'),
  };
}

export const isAddress = (identity: string): boolean => identity.includes('@');

/** SES knows domains by their ASCII names, and no other letters before the @. */
function onTheWire(name: string): string {
  const at = name.lastIndexOf('@') + 1;
  const domain = domainToASCII(name.slice(at));
  if (domain !== '' && /^[!-?A-~]*@?$/.test(name.slice(0, at))) return name.slice(0, at) + domain;
  throw new Error(`SES cannot send from "${name}"`);
}

function text(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`Context "${key}" must be a text that is not empty`);
}
