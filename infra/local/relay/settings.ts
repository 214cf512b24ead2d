// What the owner of one machine says about the server that takes their mail. The address of the server holds a password:
// it comes from the environment or a file, never from the command line, where every user of the machine could read it.
import { existsSync, readFileSync } from 'node:fs';

export interface RelaySettings {
  /** smtps://user:password@host:465, or smtp:// for a connection that is secured after it has begun. */
  readonly server: URL;
  /** The address that mail is from. */
  readonly mailFrom: string;
  /** Where the world reaches this machine: the links in the mails lead there. */
  readonly publicUrl: string;
  /** The name under which the key for DKIM stands in DNS. */
  readonly selector: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined without a server. Throws an error that says what is missing, and never quotes the password. */
export function relaySettings(env: Environment): RelaySettings | undefined {
  const text = env.SMTP_URL ?? readSecret(env.SMTP_URL_FILE);
  if (text === undefined) return undefined;
  return {
    server: serverIn(text.trim()),
    mailFrom: mailFromIn(env.MAIL_FROM),
    publicUrl: publicUrlIn(env.PUBLIC_URL),
    selector: env.DKIM_SELECTOR ?? 'perennial',
  };
}

function readSecret(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new Error(`SMTP_URL_FILE: there is no file ${file}`);
  return readFileSync(file, 'utf8');
}

function serverIn(text: string): URL {
  const server = URL.canParse(text) ? new URL(text) : undefined;
  if (server && /^smtps?:$/.test(server.protocol) && server.hostname) return server;
  throw new Error('SMTP_URL must look like smtps://user:password@smtp.example.com:465');
}

function mailFromIn(address = ''): string {
  if (/^[!-?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$/i.test(address)) return address;
  throw new Error('MAIL_FROM must be the address that mail comes from, such as hello@example.com');
}

/** Where links lead while mail stays on this machine; undefined when nothing is said. Throws for what is no address. */
export function publicUrlAlone({ PUBLIC_URL: text }: Environment): string | undefined {
  if (text === undefined) return undefined;
  if (isAddress(text, /^https?:$/)) return written(text);
  throw new Error('PUBLIC_URL must be an address of this machine, such as https://crm.example.com');
}

/** As headers of mails can carry it: a name of another script in ASCII. */
const written = (text: string): string => new URL(text).href.replace(/\/$/, '');

/** Paths of ours are put behind it. */
function isAddress(text: string, protocol: RegExp): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol: found, hostname, search, hash, username, password } = new URL(text);
  // A password in it would stand in every mail.
  const isBare = [search, hash, username, password].every((part) => part === '');
  return protocol.test(found) && hostname !== '' && isBare;
}

function publicUrlIn(text = ''): string {
  if (isAddress(text, /^https:$/)) return written(text);
  throw new Error(
    'PUBLIC_URL must be the https address of this machine: links to unsubscribe lead there, and mailboxes ask for https',
  );
}
