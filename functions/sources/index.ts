// The sources, listed once.
import { createForm } from './form/form.ts';
import { type FindHook, hook } from './hook/hook.ts';
import { providers } from './hook/providers.ts';
import { segment } from './segment/segment.ts';
import type { Source } from './source.ts';

/** Webhook sources are the owner's, and looked up by name. */
export const createSources = (findHook: FindHook): readonly Source[] => [
  segment,
  createForm(findHook),
  hook(findHook, providers),
];
