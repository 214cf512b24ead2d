// One JSON line per thing an operator must act on. Ids and counts only: never an address, a body or a key.
// Errors are logged by name, message and stack; messages of our own errors carry no personal data.

import { Clash } from './errors.ts';

type Fields = Readonly<Record<string, unknown>>;

function write(level: 'info' | 'error', message: string, fields: Fields): void {
  const line = {
    level,
    message,
    ...fields,
    ...(fields.error ? { error: plain(fields.error) } : {}),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function plain(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  // A parser quotes what it could not read.
  if (error instanceof SyntaxError) return { name: error.name };
  const cause = error.cause ? { cause: plain(error.cause) } : {};
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}

/** Counts in CloudWatch's embedded metric format: a log line that is also a metric. */
export function metric(name: string, value: number): void {
  const directive = {
    Namespace: 'Perennial',
    Dimensions: [[]],
    Metrics: [{ Name: name, Unit: 'Count' }],
  };
  const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [directive] }, [name]: value };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** An alarm goes off at so many points in an hour. */
export const alarmingPoints = 10;

/** For what an owner must look at: at once, or when it comes so often that the points add up. */
export const callAttention = (points = alarmingPoints): void => metric('Attention', points);

export const log = {
  /** Of what is tried again: that somebody else was faster is no error, and needs no stack. */
  again: (message: string, { error, ...fields }: Fields & { readonly error: unknown }) =>
    error instanceof Clash
      ? write('info', message, { ...fields, because: error.message })
      : write('error', message, { ...fields, error }),
  info: (message: string, fields: Fields = {}) => write('info', message, fields),
  error: (message: string, fields: Fields = {}) => write('error', message, fields),
};
