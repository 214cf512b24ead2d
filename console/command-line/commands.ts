// All commands, listed once.
import type { Command } from './command.ts';
import { domainCommand } from './domain.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { importResultsCommand } from './import-results.ts';
import { whoami } from './whoami.ts';

export const commands: readonly Command[] = [
  importCommand,
  importResultsCommand,
  exportCommand,
  eraseCommand,
  domainCommand,
  whoami,
];
