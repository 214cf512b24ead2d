// A preview asks the links of a mail whether they are alive, as many as it may, and only those that lead to the web.
import { beforeEach, expect, test } from 'vitest';
import { previewTemplate } from '../../../functions/use-cases/preview-template.ts';
import type { TemplateSource } from '../../../workflows/model/template.ts';
import { forThisTest } from '../../support/for-this-test.ts';
import { marketing } from '../../support/library.ts';
import { openMarketing, steer } from '../../support/marketer.ts';
import type { Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let asked: string[];
beforeEach(async () => {
  workspace = await forThisTest(() => openMarketing([]));
  asked = [];
});

const checkLink = async (url: string) => {
  asked.push(url);
  return url.includes('dead') ? 'it answers 404' : undefined;
};

const deadIn = async (text: string, checkLinks = true) => {
  const source = marketing(text) as TemplateSource;
  const { warnings } = await steer(workspace, (ports) =>
    previewTemplate({ ...ports, checkLink }, { name: 'hello', source }, { checkLinks }),
  );
  return warnings.filter(({ kind }) => kind === 'dead_link').map(({ message }) => message);
};

const link = (url: string) => `<a href="${url}">x</a>`;

test('every link to the web is asked once, our own ones never', async () => {
  const text = [
    'https://a.test/',
    'https://dead.test/?a=1&amp;b=2',
    'https://a.test/',
    'mailto:a@b.test',
  ];
  expect(await deadIn(text.map(link).join(' '))).toEqual([
    'https://dead.test/?a=1&b=2: it answers 404',
  ]);
  expect(asked).toEqual(['https://a.test/', 'https://dead.test/?a=1&b=2']);
});

test('at most fifty are asked, and it is said how many were not', async () => {
  const many = Array.from({ length: 53 }, (_, at) => link(`https://a.test/${at}`));
  expect(await deadIn(many.join(' '))).toEqual([
    '3 more links were not asked, since 50 are the most',
  ]);
  expect(asked).toHaveLength(50);
});

test('none is asked unless somebody wants it', async () => {
  expect(await deadIn(link('https://dead.test/'), false)).toEqual([]);
  expect(asked).toEqual([]);
});
