import { assignCommand, ASSIGN_USAGE } from '../assignment/assign-command.js';
import { evaluateCommand, EVALUATE_USAGE } from '../evaluation/evaluate-command.js';
import { learnCommand, LEARN_USAGE } from '../learning/learn-command.js';
import { command, wrong } from './cli.js';

const USAGE = `Tools of the matching engine. All but learn read and write files alone: no hub is opened.

${ASSIGN_USAGE}

${EVALUATE_USAGE}

${LEARN_USAGE}`;

/** Each tool by its name: what it takes is its own to read. */
const TOOLS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  assign: assignCommand,
  evaluate: evaluateCommand,
  learn: learnCommand,
};

const [name = '', ...args] = process.argv.slice(2);
await command(() => (TOOLS[name] ?? (() => wrong(USAGE)))(args));
