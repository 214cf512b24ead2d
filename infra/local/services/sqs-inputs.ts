// What SQS accepts: the shapes of its requests, and the limits that hold for a batch as a whole.
import * as z from 'zod';
import type { Input } from '../protocol.ts';
import {
  batchTooLong,
  emptyBatch,
  idsNotDistinct,
  invalidParameter,
  tooManyEntries,
} from './sqs-errors.ts';

const sizeLimit = 1024 * 1024;

// Attributes would be lost on the way to a function that does not look for them: refused instead.
const unused = {
  MessageAttributes: z.undefined({ error: 'message attributes do not exist locally' }).optional(),
  MessageGroupId: z
    .undefined({ error: 'fair queues and FIFO queues do not exist locally' })
    .optional(),
};

export const send = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().optional(),
  ...unused,
});
export const remove = z.object({ ReceiptHandle: z.string() });
export const hide = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.int() });
export const receive = z.object({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().optional(),
});

export type Send = z.infer<typeof send>;
export type Remove = z.infer<typeof remove>;
export type Hide = z.infer<typeof hide>;

type Identified<E> = E & { readonly Id: string };

export function read<T>(shape: z.ZodType<T>, input: unknown): T {
  const { data, error } = shape.safeParse(input);
  if (error) throw invalidParameter(z.prettifyError(error));
  return data as T;
}

export function readBatch<T>(shape: z.ZodType<T>, { Entries }: Input): readonly Identified<T>[] {
  const entries = (Entries ?? []) as readonly Identified<T>[];
  if (entries.length === 0) throw emptyBatch();
  if (entries.length > 10) throw tooManyEntries(entries.length);
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) throw idsNotDistinct();
  return entries.map((entry) => ({ ...read(shape, entry), Id: entry.Id }));
}

export const bytesOf = (entries: readonly Send[]): number =>
  entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);

export function checkSize(entries: readonly Send[]): number {
  const bytes = bytesOf(entries);
  if (bytes > sizeLimit) throw batchTooLong(bytes);
  return bytes;
}

/** What is wrong with one message, which in a batch fails alone. */
export function fault({ MessageBody, DelaySeconds = 0 }: Send) {
  if (DelaySeconds < 0 || DelaySeconds > 900)
    return invalidParameter(
      `Value ${DelaySeconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`,
    );
  if (Buffer.byteLength(MessageBody) > sizeLimit)
    return invalidParameter(
      'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.',
    );
  return undefined;
}
