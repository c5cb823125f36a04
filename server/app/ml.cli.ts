import { assignCommand, ASSIGN_USAGE } from '../assignment/assign-command.js';
import { evaluateCommand, EVALUATE_USAGE } from '../evaluation/evaluate-command.js';
import { argumentsOf, command, misused } from './cli.js';

const USAGE = `Tools of the matching engine. They read and write files alone: no hub is opened.

${ASSIGN_USAGE}

${EVALUATE_USAGE}`;

/** Each tool by its name: what it takes is its own to read. */
const TOOLS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  assign: assignCommand,
  evaluate: evaluateCommand,
};

const known = Object.keys(TOOLS).join(' or ');

const [name = '', ...args] = process.argv.slice(2);
await command(() => {
  const tool = TOOLS[name];
  if (tool) return tool(args);
  argumentsOf({}, USAGE);
  return misused(name ? `There is no tool “${name}”. Say ${known}.` : `Say which tool to use: ${known}.`, USAGE);
});
