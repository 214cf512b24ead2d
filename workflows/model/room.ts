// The room that attributes have in a contact.
import { budget } from './budget.ts';
import type { Fields } from './event.ts';

export const fits = (traits: Fields): boolean => fitsIn(traits, budget.traits);

export const fitsIn = (traits: Fields, characters: number): boolean =>
  JSON.stringify(traits).length <= characters;

/** As much of the news as there is room for, the address first. */
export function squeeze(known: Fields, news: Fields): Fields {
  const { email, ...others } = news;
  const wanted = email === undefined ? others : { email, ...others };
  let traits = known;
  for (const [name, value] of Object.entries(wanted)) {
    const more = { ...traits, [name]: value };
    if (fits(more)) traits = more;
  }
  return traits;
}
