// `npm start`: the product on this machine. PORT and DATA_DIR say where; PUBLIC_URL where links in mails lead; --empty
// leaves out the samples; SMTP_URL makes mail really leave.
import { mkdirSync } from 'node:fs';
import { synthesize } from '../assembly.ts';
import { welcome } from './first-steps.ts';
import { createRelay } from './relay/relay.ts';
import { publicUrlAlone, relaySettings } from './relay/settings.ts';
import { startRuntime } from './runtime.ts';

const port = Number(process.env.PORT ?? 4400);
const dataDir = process.env.DATA_DIR ?? '.local';
const empty = process.argv.includes('--empty');

try {
  const mail = await outgoing();
  const runtime = await startRuntime({ port, dataDir, empty, sendLimits: limits(), ...mail });
  console.log(welcome(runtime.url, runtime, { empty }));
  if (mail.relay)
    console.log(
      `  Mail leaves this machine. In DNS: ${mail.relay.dns.name} TXT "${mail.relay.dns.text}"\n`,
    );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void runtime.close().then(() => process.exit(0)));
} catch (error) {
  console.error(inWords(error as NodeJS.ErrnoException));
  process.exit(1);
}

/** Where links lead; and with a server to hand mail to, the address it comes from. */
async function outgoing() {
  const settings = relaySettings(process.env);
  // It holds a password, and nobody needs it any more.
  delete process.env.SMTP_URL;
  if (!settings) return { publicUrl: publicUrlAlone(process.env) };
  const { mailFrom, publicUrl } = settings;
  mkdirSync(dataDir, { recursive: true });
  const relay = createRelay(settings, dataDir);
  const context = {
    identity: mailFrom.slice(mailFrom.lastIndexOf('@') + 1).toLowerCase(),
    mailFrom,
    relay: JSON.stringify({ host: settings.server.hostname, dkim: relay.dns }),
  };
  return { relay, publicUrl, assembly: await synthesize({ context }) };
}

/** As SES limits an account; a server of one's own may have limits too. */
function limits() {
  const { SEND_RATE: perSecond, SEND_PER_DAY: perDay } = process.env;
  return { perSecond: limit('SEND_RATE', perSecond), perDay: limit('SEND_PER_DAY', perDay) };
}

function limit(name: string, text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (Number(text) > 0) return Number(text);
  throw new Error(`${name} must be a number above 0, not ${text}`);
}

/** What the person who started it can change is said in a line; anything else keeps its stack. */
function inWords(error: NodeJS.ErrnoException): unknown {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another: PORT=4401 npm start`;
  if (error.code === 'ERR_SOCKET_BAD_PORT')
    return `PORT must be a number up to 65535, not ${process.env.PORT}`;
  if (error.syscall === 'mkdir' || error.syscall === 'open')
    return `DATA_DIR ${dataDir} cannot be used: ${error.message}`;
  return /DATA_DIR|SMTP_URL|MAIL_FROM|PUBLIC_URL|SEND_/.test(error.message) ? error.message : error;
}
