import { atHub } from '../app/cli.js';
import { argumentsOf, misused } from '../app/tools/arguments.js';

export const LEARN_USAGE = `  npm run ml -- learn                                        Trains a model on the mentorships of the hub in DATA_DIR, and compares it
                                                             with the rules and the model in use. It is not used yet.
    --seed N --epochs N                                       As for evaluate.
  npm run ml -- learn --use                                  Uses the model that was trained last. Only one that is better is kept.
  npm run ml -- learn --back                                 Goes back one step: to the model before, or to the rules.
  npm run ml -- learn --show                                 The card of the model in use.`;

const learning = { name: 'learn', load: async () => (await import('../app/tools/learn.tool.js')).learnTool };
const WHOLE = /^\d{1,9}$/;

/** Learns from the hub’s own mentorships, in the hub that runs or in this process. */
export async function learnCommand(args: readonly string[]): Promise<void> {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean', default: false }] as const;
  const options = { seed: text, epochs: text, use: flag, back: flag, show: flag };
  const { use, back, show, seed, epochs } = argumentsOf(options, LEARN_USAGE, { args, allowPositionals: false }).values;
  const asked = (['use', 'back', 'show'] as const).filter((one) => ({ use, back, show })[one]);
  if (asked.length > 1) return misused('Give one of --use, --back and --show.', LEARN_USAGE);
  if (seed !== undefined && !WHOLE.test(seed)) return misused('--seed takes a whole number.', LEARN_USAGE);
  if (epochs !== undefined && (!WHOLE.test(epochs) || Number(epochs) === 0))
    return misused('--epochs takes a whole number from 1 on.', LEARN_USAGE);
  await atHub(learning, {
    act: asked[0] ?? 'train',
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(epochs !== undefined && { epochs: Number(epochs) }),
  });
}
