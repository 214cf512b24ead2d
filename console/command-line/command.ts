// What a command is: a name, how it is used, and what it does. It speaks with people by `say`, and with other programs
// by what it writes to the standard output.
import type { Connection } from './connection.ts';

export interface Surroundings {
  readonly connect: (flags: Flags) => Connection;
  /** A line for people, on the standard error output. */
  readonly say: (line: string) => void;
  /** Replaces the line before it, where there is a terminal. */
  readonly progress: (line: string) => void;
  readonly write: (text: string) => void;
}

export type Flags = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

export interface Command {
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly summary: string;
  /** One line each: what there is besides --url and --token. */
  readonly flags: Readonly<Record<string, Flag>>;
  /** Answers the exit code: 0 for all done. */
  readonly run: (around: Surroundings, places: readonly string[], flags: Flags) => Promise<number>;
}

interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly about: string;
}

/** The command was called wrongly: exit code 2. */
export class Misused extends Error {}

export const textOf = (flags: Flags, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};

export const textsOf = (flags: Flags, name: string): string[] => {
  const value = flags[name];
  return Array.isArray(value) ? value.map(String) : [];
};
