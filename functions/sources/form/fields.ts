// Reads a form that was posted as it is, without files. `text/plain` is refused: it does not escape, so it cannot be
// read back. Forms with files are read by multipart.ts, whose parser only the door carries.
import { Refused } from '../../errors.ts';
import { parseJson, readText } from '../body.ts';
import type { Incoming } from '../incoming.ts';
import { type Answers, collect, collectJson } from './answers.ts';
import { readUrlencoded } from './urlencoded.ts';

const maxBytes = 64 * 1024;

export const mediaTypeOf = ({ headers }: Incoming): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase();

export function refuseLarge({ body }: Incoming): void {
  if (body.length > maxBytes)
    throw new Refused(413, 'The form is larger than 64 KB.', { reason: 'too large' });
}

export function readFields(request: Incoming): Answers {
  refuseLarge(request);
  switch (mediaTypeOf(request)) {
    case 'application/x-www-form-urlencoded':
      return collect(readUrlencoded(request.body));
    case 'application/json':
      return collectJson(parseJson(readText(request.body, maxBytes)));
    default:
      throw new Refused(
        415,
        'Post the form as application/x-www-form-urlencoded, multipart/form-data or application/json.',
      );
  }
}
