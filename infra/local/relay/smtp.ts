// One mail to one server by SMTP, one try, and what is known about its fate. Up to the moment at which the server asks
// for the mail nothing can have been accepted; after it only the server's own answer counts.
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';

/**
 * As of SES: `ambiguous` is what may have been accepted, and must not be tried again. `deferred` is this mail alone, as a
 * mailbox defers whom it does not know yet; `throttled` is about all that we send.
 */
export type Fate =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'refused' | 'deferred' | 'throttled' | 'unreachable' | 'ambiguous';
      readonly reason: string;
    };

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface Smtp {
  send(raw: Buffer, envelope: Envelope): Promise<Fate>;
  close(): void;
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly response?: string;
}

const patience = 10_000;
/** Servers close idle connections by themselves; ours are given up before. */
const idleFor = 5_000;

/** Connections are kept for the next mail while there is one. */
export function createSmtp(server: URL): Smtp {
  const idle = new Map<SMTPConnection, NodeJS.Timeout>();
  const drop = (connection: SMTPConnection) => {
    clearTimeout(idle.get(connection));
    idle.delete(connection);
    connection.close();
  };
  const take = async (): Promise<SMTPConnection> => {
    const [kept] = idle.keys();
    if (!kept) return open(server, drop);
    clearTimeout(idle.get(kept));
    idle.delete(kept);
    return kept;
  };
  return {
    async send(raw, envelope) {
      let connection: SMTPConnection;
      try {
        connection = await take();
      } catch (error) {
        return unopened(error as SmtpError);
      }
      const fate = await hand(connection, raw, envelope);
      if (fate.kind === 'accepted')
        idle.set(connection, setTimeout(drop, idleFor, connection).unref());
      else drop(connection);
      return fate;
    },
    close: () => {
      for (const connection of [...idle.keys()]) drop(connection);
    },
  };
}

async function open(
  server: URL,
  lost: (connection: SMTPConnection) => void,
): Promise<SMTPConnection> {
  const isSecure = server.protocol === 'smtps:';
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
  const connection = new SMTPConnection({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password, and people's mail, go over the network secured or not at all.
    requireTLS: !isSecure && !isHere,
    ignoreTLS: isHere,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error?: Error) => (error ? reject(error) : resolve()));
  });
  connection.on('error', () => lost(connection));
  if (server.username !== '') await logIn(connection, server);
  return connection;
}

const logIn = (connection: SMTPConnection, { username, password }: URL): Promise<void> =>
  new Promise((resolve, reject) => {
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    connection.login({ credentials }, (error) => (error ? reject(error) : resolve()));
  });

function hand(connection: SMTPConnection, raw: Buffer, { from, to }: Envelope): Promise<Fate> {
  let isAskedFor = false;
  // Read only when the server has asked for the mail.
  const message = new Readable({
    read() {
      isAskedFor = true;
      this.push(raw);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    connection.send({ from, to: [...to] }, message, (error) =>
      resolve(error ? fateOf(error, isAskedFor) : { kind: 'accepted' }),
    );
  });
}

function fateOf(error: SmtpError, isAskedFor: boolean): Fate {
  const { responseCode: code = 0 } = error;
  if (code >= 500) return { kind: 'refused', reason: inWords(error) };
  if (isRate(error)) return { kind: 'throttled', reason: inWords(error) };
  if (code >= 400) return { kind: 'deferred', reason: inWords(error) };
  return { kind: isAskedFor ? 'ambiguous' : 'unreachable', reason: inWords(error) };
}

/** Not connected, or not let in. */
const unopened = (error: SmtpError): Fate => ({
  kind: isRate(error) ? 'throttled' : 'unreachable',
  reason: inWords(error),
});

/** The service closes (RFC 5321), or has had enough of us for now: Amazon's and Exchange's word for the rate is 454. */
const isRate = ({ responseCode }: SmtpError): boolean =>
  responseCode === 421 || responseCode === 454;

/** Servers quote addresses; they have no place in a log or a timeline. */
const inWords = ({ response, message }: SmtpError): string =>
  (response ?? message).replace(/\S+@\S+/g, '…').slice(0, 200);
