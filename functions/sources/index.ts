// The webhook sources, listed once.
import { form } from './form/form.ts';
import { segment } from './segment/segment.ts';
import type { Source } from './source.ts';

export const sources: readonly Source[] = [segment, form];
