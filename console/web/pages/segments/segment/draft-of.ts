// What somebody may change of a segment, as one of its versions says it.
import type { Draft } from './definition.tsx';
import type { Segment } from './segment-page.tsx';

export const draftOf = ({ document }: Segment): Draft => {
  const { name, description = '', condition } = document;
  return { name, description, condition };
};
