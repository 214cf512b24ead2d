// What went wrong and what to do about it, in the reader's words.
import type { TFunction } from 'i18next';
import { isRefusal } from '../api/refusal.ts';

export interface Explained {
  readonly title: string;
  readonly message: string;
}

export function explain(error: unknown, t: TFunction): Explained {
  if (!isRefusal(error))
    return { title: t('Something went wrong'), message: t('Reload the page and try again.') };
  if (error.status === 0)
    return { title: t('No answer'), message: t('Check the connection and try again.') };
  if (error.status === 403)
    return { title: t('Your role is not enough'), message: t('Ask an administrator to do it.') };
  if (error.status === 409 || error.status === 412)
    return { title: t('It cannot be done as things are'), message: error.message };
  if (error.status >= 500)
    return { title: t('Our fault'), message: t('Nothing was lost. Try again in a moment.') };
  return { title: t('This was refused'), message: error.message };
}
