// What the API says is wrong with a template, sorted by what it is about: a language, a field of it, a line in that.
import { isRefusal } from '../../../api/refusal.ts';
import { own } from '../template.ts';

export interface Placed {
  /** Of the variant, or `own`. */
  readonly variant: string;
  readonly field: string;
  /** Counted from 1; absent where it is about the whole, or stands inside a block. */
  readonly line?: number;
  readonly message: string;
}

/** Of a refusal; nothing for any other failure. */
export function problemsOf(error: unknown): Placed[] {
  if (!isRefusal(error) || error.status !== 422) return [];
  const { problems, at = '', message } = error;
  return (problems ?? [{ at, message }]).map((one) => placed(one.at, one.message));
}

/** "line 3" as we say it, "line:3" as Liquid does; not the line of a block. */
const ownLine = /\bline[ :](\d+)(?!\d| of block)/;
const isOneLine = /^(?:subject|preheader)$/;

function placed(at: string, told: string): Placed {
  const [, variant = own, field = ''] =
    /^(?:template\.)?(?:variants(?:\.|\[")([\w-]+)(?:"\])?\.?)?(.*)$/.exec(at) ?? [];
  // The name of what is only looked at says nothing; neither does the language, which is told by its tab.
  const message = told.replace(/^Template [\w-]+: /, '').replace(`in ${variant}, `, '');
  const [, line] = isOneLine.test(field) ? [] : (ownLine.exec(message) ?? []);
  return { variant, field, message, ...(line !== undefined && { line: Number(line) }) };
}
