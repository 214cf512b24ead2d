// The command line as people call it, against the runtime as they start it: a file is imported, interrupted and again.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RuntimeProcess } from '../../support/runtime-process.ts';

const program = join(import.meta.dirname, '../../../console/command-line/perennial.mjs');

let folder: string;
let runtime: RuntimeProcess;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-command-'));
  runtime = new RuntimeProcess(join(folder, 'data'), ['--empty']);
  await runtime.start();
  const { adminToken } = await runtime.get<{ adminToken: string }>('/_local/token');
  environment = { ...process.env, PERENNIAL_URL: runtime.url, PERENNIAL_TOKEN: adminToken };
}, 120_000);

afterAll(async () => {
  await runtime.kill();
  await rm(folder, { recursive: true });
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

const perennial = (args: readonly string[], env = environment): Promise<Said> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (_, out, said) =>
      resolve({ code: child.exitCode ?? -1, out, said }),
    );
  });

async function file(name: string, text: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('a file', { timeout: 120_000 }, () => {
  test('is tried, imported, and told of row by row', async () => {
    const path = await file(
      'people.csv',
      '\ufeffE-mail;Imię;Uwagi\r\nanna@example.com;Anna;"a;b\r\nc"\r\nnobody;Jan;\r\n',
    );
    const dry = await perennial(['import', path, '--dry-run']);
    expect(dry).toMatchObject({ code: 3, said: expect.stringContaining('It would be: 1 created') });
    expect((await runtime.api<{ items: unknown[] }>('/contacts')).items).toEqual([]);
    const results = join(folder, 'results.csv');
    const stated = ['--consent-source', 'fair', '--consent-date', '2025-01-01'];
    const done = await perennial([
      'import',
      path,
      '--map',
      'Uwagi=remark',
      ...stated,
      '--results',
      results,
    ]);
    expect(done.said).toContain('Done: 1 created, 0 updated, 0 unchanged, 1 rejected');
    expect(await readFile(results, 'utf8')).toMatch(
      /^\ufeffrow,result,because,contact\r\n2,created,,con_.*\r\n3,rejected,its address is not an email address,\r\n$/,
    );
    const { items } = await runtime.api<{ items: object[] }>('/contacts');
    expect(items).toMatchObject([
      {
        traits: { email: 'anna@example.com', first_name: 'Anna', remark: 'a;b\nc' },
        consent: { status: 'subscribed', detail: 'fair' },
      },
    ]);
  });

  test('that was interrupted goes on where it was', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => `p${index},${'x'.repeat(60)}\n`);
    const path = await file('large.csv', `Email,Note\n${rows.join('')}`);
    const env = environment;
    const child = spawn(process.execPath, [program, 'import', path], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(await perennial(['import', path])).toMatchObject({
      code: 3,
      said: expect.stringContaining('9000 rejected'),
    });
    expect((await perennial(['import', path])).said).toContain('9000 rejected');
  });

  test('subscribes nobody whose row says no, and is not imported twice', async () => {
    const rows = 'j@example.com,tak,2024-03-15\nx@example.com,nie,2024-03-15\n';
    const path = await file('zgody.csv', `Adres e-mail,Zgoda,Data zgody\n${rows}`);
    const call = ['import', path, '--consent-source', 'fair', '--consent-date', '2024-01-01'];
    expect((await perennial(call)).said).toContain('Done: 2 created');
    const statusOf = async (who: string) =>
      (await runtime.api<{ consent: object }>(`/contacts/email:${who}@example.com`)).consent;
    expect(await statusOf('j')).toMatchObject({ status: 'subscribed' });
    expect(await statusOf('x')).toMatchObject({ status: 'unsubscribed' });
    expect((await perennial(call)).said).toMatch(/this file was imported already.* on 20/);
  });

  test('of another encoding is asked about', async () => {
    const path = await file(
      'old.csv',
      Buffer.from([
        0x49, 0x6d, 0x69, 0xea, 0x2c, 0x65, 0x6d, 0x61, 0x69, 0x6c, 0x0a, 0x41, 0x2c, 0x62,
      ]),
    );
    expect(await perennial(['import', path])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--encoding windows-1250: Imię, email'),
    });
  });
});

test('vCards are imported as a file of CSV is', { timeout: 120_000 }, async () => {
  const lines = ['VERSION:3.0', 'FN:سارا', 'EMAIL:sara@card.example', 'TZ:Asia/Tehran', 'LANG:fa'];
  const card = ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
  const { said } = await perennial(['import', await file('phone.vcf', card)]);
  expect(said).toMatch(/version 3\.0.*Done: 1 created/s);
  expect(await runtime.api('/contacts/email:sara@card.example')).toMatchObject({
    traits: { name: 'سارا', timezone: 'Asia/Tehran', language: 'fa' },
  });
});

describe('a call', { timeout: 60_000 }, () => {
  test.each([
    [['import'], 'Name one file'],
    [['import', 'nowhere.csv'], 'nowhere.csv cannot be opened'],
    [['fly'], 'There is no command "fly"'],
    [['whoami', '--loud'], 'See: npx perennial help whoami'],
  ])('%j is told what is wrong', async (args, because) => {
    expect(await perennial(args)).toMatchObject({
      code: 2,
      said: expect.stringContaining(because),
    });
  });

  test.each([
    ['people.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['people.xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ])('with %s is told to save it as CSV', async (name, bytes) => {
    const path = await file(name, Buffer.from(bytes));
    expect(await perennial(['import', path])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Excel workbook.*save it as CSV/),
    });
  });

  test('with a folder is told so, and --help tells how it is used', async () => {
    expect(await perennial(['import', folder])).toMatchObject({
      code: 2,
      said: expect.stringContaining('is a folder: name one file'),
    });
    expect(await perennial(['import', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--consent-source'),
    });
  });

  test('without a token, or with a wrong one, says so', async () => {
    expect(await perennial(['whoami'], { ...environment, PERENNIAL_TOKEN: '' })).toMatchObject({
      code: 2,
      said: expect.stringContaining('PERENNIAL_TOKEN'),
    });
    expect(await perennial(['whoami'], { ...environment, PERENNIAL_TOKEN: 'pat_1' })).toMatchObject(
      { code: 1, said: expect.stringContaining('needs a token') },
    );
    expect(await perennial(['whoami'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('(administrator)'),
    });
  });
});
