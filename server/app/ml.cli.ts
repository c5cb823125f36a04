import { assignCommand, ASSIGN_USAGE } from '../assignment/assign-command.js';
import { evaluateCommand, EVALUATE_USAGE } from '../evaluation/evaluate-command.js';
import { learnCommand, LEARN_USAGE } from '../learning/learn-command.js';
import { argumentsOf, command, misused } from './cli.js';

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

const known = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(Object.keys(TOOLS));

const [name = '', ...args] = process.argv.slice(2);
await command(() => {
  const tool = TOOLS[name];
  if (tool) return tool(args);
  argumentsOf({}, USAGE);
  return misused(name ? `There is no tool “${name}”. Say ${known}.` : `Say which tool to use: ${known}.`, USAGE);
});
