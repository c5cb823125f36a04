import { adminTool, confirmDateTool } from './admin.tool.js';
import { eraseTool } from './erase.tool.js';
import { importTool } from './import.tool.js';
import { learnTool } from './learn.tool.js';
import type { Tool } from './tool.js';

/** A tool with what it takes forgotten: its own schema checks that. */
const named = <Input>(tool: Tool<Input>): [string, Tool<unknown>] => [
  tool.name,
  { name: tool.name, input: tool.input, run: (parts, input, terminal) => tool.run(parts, tool.input.parse(input), terminal) },
];

/** What a hub does for its owner at the terminal, by name. */
export const tools: ReadonlyMap<string, Tool<unknown>> = new Map([
  named(adminTool),
  named(confirmDateTool),
  named(eraseTool),
  named(importTool),
  named(learnTool),
]);
