// A real Chromium that needs nothing but npm: unpacked once, with the libraries and fonts that it comes with.
// What has been unpacked by half is never found.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Chromium {
  readonly executablePath: string;
  readonly env?: NodeJS.ProcessEnv;
}

const modules = join(import.meta.dirname, '../../node_modules');

/** The one that PUPPETEER_EXECUTABLE_PATH names, or the one from npm. */
export async function findChromium(): Promise<Chromium> {
  const executablePath = process.env.PUPPETEER_EXECUTABLE_PATH;
  return executablePath ? { executablePath } : fromNpm();
}

async function fromNpm(): Promise<Chromium> {
  const packed = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  const folder = join(modules, '.cache', `chromium-${JSON.parse(packed).version}`);
  if (!existsSync(folder)) await unpack(folder);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  return { executablePath: join(folder, 'chromium'), env };
}

/** The package unpacks to where temporary files go, and its libraries only where it believes to be a Lambda. */
async function unpack(folder: string): Promise<void> {
  await mkdir(join(modules, '.cache'), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  try {
    const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: modules,
      env,
    });
    await writeFile(join(draft, 'fonts.conf'), fonts(folder));
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    // Someone else was faster with the same.
    if (!existsSync(folder)) throw error;
  }
}

const fonts = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
