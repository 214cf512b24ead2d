// How the command line is used, told from what the commands say of themselves.
import type { Command } from './command.ts';

const general = `Perennial's command line, over the same API as everything else.

  PERENNIAL_URL    address of the API (http://localhost:4400)
  PERENNIAL_TOKEN  a token of it, such as pat_…

Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done but some rows were rejected, 130 interrupted.
`;

export const helpOfAll = (commands: readonly Command[]): string => {
  const lines = commands.map(
    ({ name, usage, summary }) =>
      `  npx perennial ${`${name} ${usage}`.trimEnd()}\n      ${summary}`,
  );
  return `${general}\n${lines.join('\n')}\n  npx perennial help <command>\n`;
};

export function helpOf({ name, usage, summary, flags }: Command): string {
  const all = { ...flags, ...connecting };
  const width = Math.max(...Object.keys(all).map((flag) => flag.length));
  const lines = Object.entries(all).map(
    ([flag, { about }]) => `  --${flag.padEnd(width)}  ${about}`,
  );
  return `npx perennial ${name} ${usage}\n${summary}\n\n${lines.join('\n')}\n`;
}

export const connecting: Command['flags'] = {
  url: { type: 'string', about: 'address of the API, instead of PERENNIAL_URL' },
  token: { type: 'string', about: 'better in PERENNIAL_TOKEN: others see the command line' },
};
