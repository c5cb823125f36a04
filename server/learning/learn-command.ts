import { parseArgs } from 'node:util';
import { atHub } from '../app/cli.js';
import { errorCodeOf } from '../app/error-code.js';
import { learnTool } from '../app/tools/learn.tool.js';
import { wrong } from '../app/tools/tool.js';

export const LEARN_USAGE = `  npm run ml -- learn                                        Trains a model on the mentorships of the hub in DATA_DIR, and compares it
                                                             with the rules and the model in use. It is not used yet.
    --seed N --epochs N                                       As for evaluate.
  npm run ml -- learn --use                                  Uses the model that was trained last. Only one that is better is kept.
  npm run ml -- learn --back                                 Goes back one step: to the model before, or to the rules.
  npm run ml -- learn --show                                 The card of the model in use.`;

const WHOLE = /^\d{1,9}$/;

/** Learns from the hub’s own mentorships, in the hub that runs or in this process. */
export async function learnCommand(args: readonly string[]): Promise<void> {
  const { use, back, show, seed, epochs } = optionsOf(args);
  const asked = (['use', 'back', 'show'] as const).filter((one) => ({ use, back, show })[one]);
  if (asked.length > 1 || [seed, epochs].some((one) => one !== undefined && !WHOLE.test(one)) || epochs === '0') return wrong(LEARN_USAGE);
  await atHub(learnTool, {
    act: asked[0] ?? 'train',
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(epochs !== undefined && { epochs: Number(epochs) }),
  });
}

function optionsOf(args: readonly string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean', default: false }] as const;
  try {
    return parseArgs({ args: [...args], options: { seed: text, epochs: text, use: flag, back: flag, show: flag } }).values;
  } catch (error) {
    if (!errorCodeOf(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    return wrong(LEARN_USAGE);
  }
}
