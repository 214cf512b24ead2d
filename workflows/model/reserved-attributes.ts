// Attributes that every sender means alike: Segment's reserved traits, with the types that its specification gives them.
// Written in camel case or in snake case they are the same; the sender's own traits keep their names.
import type { AttributeType } from './attribute-type.ts';

const ofPeople: Readonly<Record<string, AttributeType>> = {
  age: 'number',
  avatar: 'text',
  birthday: 'date',
  created_at: 'date',
  description: 'text',
  email: 'text',
  first_name: 'text',
  gender: 'text',
  id: 'text',
  last_name: 'text',
  name: 'text',
  phone: 'text',
  title: 'text',
  username: 'text',
  website: 'text',
};

const ofAccounts: Readonly<Record<string, AttributeType>> = {
  avatar: 'text',
  created_at: 'date',
  description: 'text',
  email: 'text',
  id: 'text',
  industry: 'text',
  name: 'text',
  phone: 'text',
  plan: 'text',
  website: 'text',
};

/** An account's have "account." before them. Addresses and companies are objects, and no type is asked of them. */
export const reservedTypes: ReadonlyMap<string, AttributeType> = new Map([
  ...Object.entries(ofPeople),
  ...Object.entries(ofAccounts).map(([name, type]) => [`account.${name}`, type] as const),
]);

const camelCased: ReadonlyMap<string, string> = new Map(
  [...reservedTypes.keys()].map((name) => [
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    name,
  ]),
);

/** The name under which an attribute is kept. */
export const nameOf = (given: string): string => camelCased.get(given) ?? given;
