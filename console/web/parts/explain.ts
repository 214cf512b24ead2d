// What went wrong and what to do about it, in the reader's words.
import type { TFunction } from 'i18next';
import { isRefusal, type Refusal } from '../api/refusal.ts';
import { faultWords } from './said/faults.ts';

export interface Explained {
  readonly title: string;
  readonly message: string;
}

/** What is wrong in words that are meant for whoever reads the page; it was not the API that found it. */
export class Told extends Error {}

export function explain(error: unknown, t: TFunction): Explained {
  if (error instanceof Told)
    return { title: t('It cannot be done as things are'), message: faultWords(error.message, t) };
  if (!isRefusal(error))
    return { title: t('Something went wrong'), message: t('Reload the page and try again.') };
  const known = byStatus(error.status, t);
  if (known) return known;
  if (error.status === 404) return { title: t('It is not here'), message: told(error, t) };
  if (error.status === 409 || error.status === 412)
    return { title: t('It cannot be done as things are'), message: told(error, t) };
  return { title: t('This was refused'), message: told(error, t) };
}

/** What is the same whatever was asked. */
function byStatus(status: number, t: TFunction): Explained | undefined {
  if (status === 0)
    return { title: t('No answer'), message: t('Check the connection and try again.') };
  if (status === 401)
    return {
      title: t('You were signed out meanwhile'),
      message: t('Nothing was changed. Sign in again, and do it once more.'),
    };
  if (status === 403)
    return { title: t('Your role is not enough'), message: t('Ask an administrator to do it.') };
  if (status >= 500)
    return { title: t('Our fault'), message: t('Nothing was lost. Try again in a moment.') };
  return undefined;
}

/** All that is wrong, each with its place. */
function told({ message, problems = [] }: Refusal, t: TFunction): string {
  if (problems.length === 0) return faultWords(message, t);
  const lines = problems.map(({ at, message }) => {
    const said = faultWords(message, t);
    return at === '' ? said : `${said} (${at})`;
  });
  return lines.join('\n');
}
