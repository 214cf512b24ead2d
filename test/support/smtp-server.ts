// A real SMTP server on loopback, which answers as a test wants it.
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** An answer of the server, such as 550 or 451; it breaks the connection off instead where that is undefined. */
export const answer = (code: number, text = 'not now') =>
  Object.assign(new Error(text), { responseCode: code });

interface Behavior {
  readonly onConnect?: () => Error | undefined;
  readonly onRcpt?: () => Error | undefined;
  /** Once the mail is there in full; `hang up` takes it and says nothing. */
  readonly onMail?: () => Error | 'hang up' | undefined;
  readonly options?: SMTPServerOptions;
}

export async function openSmtpServer({ onConnect, onRcpt, onMail, options }: Behavior = {}) {
  const received: Received[] = [];
  const connections = { count: 0 };
  const logins: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onConnect: (_, done) => {
      connections.count += 1;
      done(onConnect?.());
    },
    onAuth: ({ username = '', password }, _, done) => {
      logins.push(username);
      if (password === 'right') done(null, { user: username });
      else done(answer(535, 'Wrong password'));
    },
    onRcptTo: (_, __, done) => done(onRcpt?.()),
    onData: async (stream, { envelope }, done) => {
      const raw = await buffer(stream);
      const { mailFrom, rcptTo } = envelope;
      const said = onMail?.();
      if (said !== undefined && said !== 'hang up') return done(said);
      const from = mailFrom === false ? '' : mailFrom.address;
      received.push({ from, to: rcptTo.map(({ address }) => address), raw });
      if (said === 'hang up') return server.close();
      done();
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, port, received, connections, logins };
}
