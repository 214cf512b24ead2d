// Builds the console when one of its sources is newer than its build: before `npm start`. A console that cannot be built
// keeps nobody from starting the rest.
import { build } from 'vite';
import { consoleBuild, isBuilt, isStale } from './console-files.ts';

if (isStale()) {
  console.log('Building the console …');
  await build({
    configFile: new URL('../console/web/vite.config.ts', import.meta.url).pathname,
    logLevel: 'warn',
  }).catch((error: unknown) => {
    console.error(error);
    const shown = isBuilt() ? `the one of before, in ${consoleBuild}, is shown` : 'there is none';
    console.error(`The console could not be built; ${shown}.`);
  });
}
