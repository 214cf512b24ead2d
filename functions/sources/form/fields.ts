// Reads the three ways a form is posted. `text/plain` is refused: it does not escape, so it cannot be read back.
// Uploaded files are not kept.
import { Busboy } from '@fastify/busboy';
import { Refused } from '../../errors.ts';
import { parseJson, readText } from '../body.ts';
import type { Incoming } from '../incoming.ts';
import { type Answers, collect, collectJson } from './answers.ts';
import { readUrlencoded } from './urlencoded.ts';

const maxBytes = 64 * 1024;

export function readFields({ body, headers }: Incoming): Answers | Promise<Answers> {
  if (body.length > maxBytes)
    throw new Refused(413, 'The form is larger than 64 KB.', { reason: 'too large' });
  const contentType = headers['content-type'] ?? '';
  switch (contentType.split(';')[0]?.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return collect(readUrlencoded(body));
    case 'multipart/form-data':
      return readMultipart(body, contentType);
    case 'application/json':
      return collectJson(parseJson(readText(body, maxBytes)));
    default:
      throw new Refused(
        415,
        'Post the form as application/x-www-form-urlencoded, multipart/form-data or application/json.',
      );
  }
}

async function readMultipart(body: Buffer, contentType: string): Promise<Answers> {
  const fields: (readonly [string, string])[] = [];
  await new Promise<void>((resolve, reject) => {
    const broken = (cause: unknown) =>
      reject(new Refused(400, 'The multipart body is broken.', { cause }));
    try {
      new Busboy({ headers: { 'content-type': contentType } })
        // A part need not have a name; the parser's types do not say so.
        .on('field', (name: string | undefined, value) => name && fields.push([name, value]))
        .on('error', broken)
        .on('finish', resolve)
        .end(body);
    } catch (error) {
      broken(error);
    }
  });
  // The parser's mark for what it could not read; unless somebody has sent that very character.
  if (!body.includes('\ufffd') && fields.some((field) => field.join('').includes('\ufffd')))
    throw new Refused(400, 'The form is not in UTF-8.');
  return collect(fields);
}
