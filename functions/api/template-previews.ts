// Templates as somebody would get them: shown, or sent to colleagues.
import * as z from 'zod';
import { templateSource } from '../../workflows/model/template.ts';
import { Refused } from '../errors.ts';
import { type Looked, previewInput, previewTemplate } from '../use-cases/preview-template.ts';
import { sendTest, testInput } from '../use-cases/send-test.ts';
import { endpoint } from './endpoint.ts';
import type { ApiPorts } from './ports.ts';

const preview = z.object({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  /** Of the HTML. */
  bytes: z.int(),
  language: z.string(),
  links: z.array(z.string()),
  /** Why this contact would not get it. */
  skipped: z.optional(z.string()),
  warnings: z.array(
    z.object({
      kind: z.enum(['clipped', 'missing', 'image', 'link', 'dead_link']),
      message: z.string(),
    }),
  ),
});

const unsaved = { template: templateSource };
const tested = z.object({
  tests: z.array(z.object({ to: z.string(), sent: z.boolean(), because: z.optional(z.string()) })),
});

async function kept({ library }: Pick<ApiPorts, 'library'>, name: string): Promise<Looked> {
  const found = await library.templates.read(name);
  if (!found) throw new Refused(404, 'There is no such template');
  return { name, source: found.source };
}

export const templatePreviews = [
  endpoint({
    method: 'POST',
    path: '/api/templates/preview',
    role: 'marketer',
    summary: 'Shows a template that need not be saved, as a contact would get it; sends nothing',
    body: previewInput.extend(unsaved),
    answer: preview,
    audited: false,
    run: (ports, { body: { template, ...asked } }) =>
      previewTemplate(ports, { name: 'preview', source: template }, asked),
  }),
  endpoint({
    method: 'POST',
    path: '/api/templates/{id}/preview',
    role: 'marketer',
    summary: 'Shows a template of the library as a contact would get it; sends nothing',
    body: previewInput,
    answer: preview,
    audited: false,
    run: async (ports, { path, body }) => previewTemplate(ports, await kept(ports, path.id), body),
  }),
  endpoint({
    method: 'POST',
    path: '/api/templates/test',
    role: 'marketer',
    summary: 'Sends a template that need not be saved to one to five addresses, marked as a test',
    body: testInput.extend(unsaved),
    answer: tested,
    run: async (ports, { body: { template, ...asked } }) => ({
      tests: await sendTest(ports, { name: 'test', source: template }, asked),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/templates/{id}/test',
    role: 'marketer',
    summary: 'Sends a template to one to five addresses, marked as a test; counted nowhere',
    body: testInput,
    answer: tested,
    run: async (ports, { path, body }) => ({
      tests: await sendTest(ports, await kept(ports, path.id), body),
    }),
  }),
];
