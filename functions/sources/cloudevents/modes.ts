// The three ways in which CloudEvents come over HTTP, told by the Content-Type. Each yields what claims to be an event.
import { Refused } from '../../errors.ts';
import { parseJson, readText } from '../body.ts';
import { type Foreign, record } from '../hook/foreign.ts';
import type { Incoming } from '../incoming.ts';

const largest = 1024 * 1024;
const most = 2_500;

/** What claims to be an event; beside it what was sent, where it is something else. */
export interface Claim {
  readonly told: unknown;
  readonly raw?: string;
}

/** Refuses a format that is not JSON with 415, as the specification wants it. */
export function claims(request: Incoming): readonly Claim[] {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  switch (mediaType) {
    case 'application/cloudevents-batch+json':
      return batchOf(parseJson(readText(request.body, largest)));
    case 'application/cloudevents+json':
      return [{ told: parseJson(readText(request.body, largest)) }];
    default:
      return [{ told: binary(request, mediaType ?? ''), raw: request.body.toString() }];
  }
}

/** One that was set aside and is read again comes without its batch. */
function batchOf(body: unknown): readonly Claim[] {
  if (!Array.isArray(body)) return [{ told: body }];
  if (body.length > most) throw new Refused(413, `A batch has more than ${most} events.`);
  return body.map((told: unknown) => ({ told }));
}

/** Attributes in headers, the data in the body. */
function binary(request: Incoming, mediaType: string): Foreign {
  if (mediaType.startsWith('application/cloudevents') || !request.headers['ce-specversion'])
    throw new Refused(415, 'Send CloudEvents 1.0: binary, or as application/cloudevents+json.');
  const attributes = Object.entries(request.headers).flatMap(([name, value]) =>
    name.startsWith('ce-') && value !== undefined ? [[name.slice(3), decoded(value)] as const] : [],
  );
  const { data: _, data_base64: __, ...told } = record(Object.fromEntries(attributes));
  return { ...told, data: dataOf(request, mediaType) };
}

function dataOf({ body }: Incoming, mediaType: string): unknown {
  if (body.length === 0) return undefined;
  if (!/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(mediaType))
    throw new Refused(415, 'The data of a CloudEvent must be JSON here.');
  return parseJson(readText(body, largest));
}

/** One round: first what stands in quotes, then percent signs. Refuses bytes that are not UTF-8. */
function decoded(header: string): string {
  const [, quoted] = /^"(.*)"$/s.exec(header.trim()) ?? [];
  const plain = quoted === undefined ? header : quoted.replace(/\\(.)/gs, '$1');
  try {
    return plain.replace(/(?:%[0-9a-f]{2})+/gi, decodeURIComponent);
  } catch (cause) {
    throw new Refused(400, 'A header of the CloudEvent is not valid UTF-8.', { cause });
  }
}
