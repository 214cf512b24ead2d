// Reads a form that was posted as multipart/form-data. Uploaded files are not kept.
import { Busboy } from '@fastify/busboy';
import { Refused } from '../../errors.ts';
import type { Incoming } from '../incoming.ts';
import { type Answers, collect } from './answers.ts';
import { mediaTypeOf, refuseLarge } from './fields.ts';

export const isMultipart = (request: Incoming): boolean =>
  mediaTypeOf(request) === 'multipart/form-data';

/** Refuses more than 64 KB, and what is not in UTF-8. */
export async function readMultipart(request: Incoming): Promise<Answers> {
  refuseLarge(request);
  const { body, headers } = request;
  const fields: (readonly [string, string])[] = [];
  await new Promise<void>((resolve, reject) => {
    const broken = (cause: unknown) =>
      reject(new Refused(400, 'The multipart body is broken.', { cause }));
    try {
      new Busboy({ headers: { 'content-type': headers['content-type'] ?? '' } })
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
