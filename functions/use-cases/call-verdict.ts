// What a server's answer to a webhook means.
import type { Answer } from '../channels/webhook/post.ts';

/** What is to be sent, and signed by each of the secrets; or why nothing is. */
export interface Letter {
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

export interface Skipped {
  readonly skipped: string;
}

export interface Verdict {
  readonly state: 'delivered' | 'failed' | 'skipped' | 'unanswered';
  readonly because?: string;
  readonly status?: number;
}

/** What a server says that wants no more calls, ever. */
export const gone = 410;

/** Client errors are final, but for those by which a server says "not now". */
export function judge(answer: Answer): Verdict {
  if (answer.kind === 'forbidden') return { state: 'failed', because: answer.reason };
  if (answer.kind === 'unanswered') return { state: 'unanswered', because: answer.reason };
  const { status } = answer;
  if (status >= 200 && status < 300) return { state: 'delivered', status };
  if (status >= 500 || notNow.has(status)) return { state: 'unanswered', status };
  if (status === gone) return { state: 'failed', status, because: 'gone: take this step out' };
  const because = status < 400 ? 'redirects are not followed' : 'the server refuses it';
  return { state: 'failed', status, because };
}

/** Request Timeout, Too Early, Too Many Requests. */
const notNow: ReadonlySet<number> = new Set([408, 425, 429]);
