// What somebody is called, by their attributes: a name where there is one, and an address.
import * as z from 'zod';
import type { Contact } from '../../workflows/model/contact.ts';

interface Called {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

export function calledIn(traits: Contact['traits']): Called {
  const told = (name: string) => z.string().safeParse(traits[name]).data;
  const whole = [told('first_name'), told('last_name')].filter(Boolean).join(' ');
  return { name: told('name') ?? (whole || undefined), email: told('email') };
}
