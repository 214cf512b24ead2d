// Runs one command. What went wrong is one line that says what to do; the stack is for those who set PERENNIAL_DEBUG.
import { parseArgs } from 'node:util';
import { type Command, type Flags, Misused } from './command.ts';
import { commands } from './commands.ts';
import { connect } from './connection.ts';
import { connecting, helpOf, helpOfAll } from './help.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const progress = (line: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
};

async function main([name = 'help', ...rest]: readonly string[]): Promise<number> {
  const find = (wanted: string | undefined) => commands.find((one) => one.name === wanted);
  const command = find(name);
  if (command && !rest.some((word) => word === '--help' || word === '-h'))
    return run(command, rest);
  const asked = command ?? find(rest[0]);
  if (!command && !['help', '--help', '-h'].includes(name))
    throw new Misused(`There is no command "${name}": npx perennial help`);
  process.stdout.write(asked ? helpOf(asked) : helpOfAll(commands));
  return 0;
}

async function run(command: Command, rest: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(command, rest);
  const around = {
    connect: (given: Flags) => connect(given, process.env),
    ...{ say, progress },
    write: (text: string) => {
      process.stdout.write(text);
    },
  };
  return command.run(around, positionals, values);
}

function parsed({ name, flags }: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...flags, ...connecting }).map(([flag, { about: _, ...option }]) => [
      flag,
      option,
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misused(`${(error as Error).message}. See: npx perennial help ${name}`);
  }
}

// What was sent is there, and the same command goes on from it.
process.on('SIGINT', () => {
  say('\nInterrupted. Nothing is lost: run the same command again, and it goes on.');
  process.exit(130);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(`${process.stderr.isTTY ? '\n' : ''}${(error as Error).message}`);
  if (process.env.PERENNIAL_DEBUG) console.error(error);
  process.exitCode = error instanceof Misused ? 2 : 1;
}
