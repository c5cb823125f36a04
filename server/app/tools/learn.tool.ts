import { HUB } from '@alongside/domain/kernel/decider.js';
import { z } from 'zod';
import { LEARNING_REFUSALS, wasStopped } from '../../learning/hub-learning.js';
import type { HubParts } from '../hub.js';
import { sayVerdict } from '../../learning/say-verdict.js';
import { wrong, type Terminal, type Tool } from './tool.js';

const input = z.object({
  act: z.enum(['train', 'use', 'back', 'show']),
  seed: z.number().int().min(0).optional(),
  epochs: z.number().int().min(1).optional(),
});
type Input = z.infer<typeof input>;

/** Learns from the hub’s own mentorships, puts what was learned into service, or takes it back. */
export const learnTool: Tool<Input> = {
  name: 'learn',
  input,
  run: async ({ learning }, { act, seed, epochs }, terminal) => {
    if (act === 'train') return train(learning, { ...(seed !== undefined && { seed }), ...(epochs !== undefined && { epochs }) }, terminal);
    if (act !== 'show') {
      const done = await learning[act](HUB);
      if (!done.ok) return wrong(LEARNING_REFUSALS[done.error]);
    }
    show(learning, terminal);
  },
};

async function train(
  learning: HubParts['learning'],
  how: { readonly seed?: number; readonly epochs?: number },
  { say, signal }: Terminal,
): Promise<void> {
  const stop = () => void learning.stop();
  signal.addEventListener('abort', stop, { once: true });
  let told = '';
  const onProgress = (done: number, doing: string) => {
    const line = `${doing}: ${Math.floor(done * 10) * 10} %`;
    if (line !== told) say(line);
    told = line;
  };
  try {
    const end = await learning.train(HUB, { ...how, onProgress });
    if (!end.ok) return wrong(LEARNING_REFUSALS[end.error]);
    for (const line of sayVerdict(end.value.verdict)) say(line);
    say(
      end.value.model === null
        ? 'No model was kept. Suggestions are as before.'
        : learning.shelf.serving === end.value.model
          ? 'It is the model that is in use already.'
          : `Model ${end.value.model} is ready. To use it: npm run ml -- learn --use`,
    );
  } catch (error) {
    if (wasStopped(error)) wrong((error as Error).message);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function show({ model, shelf, condition }: HubParts['learning'], { say }: Terminal): void {
  if (condition.state === 'broken') say(`${condition.why} Suggestions follow the rules alone. Train again.`);
  if (!model) say('Suggestions follow the rules alone.');
  else {
    const { card, meaning, id } = model;
    say(`Model ${id} is in use, and counts for ${Math.round(meaning.weight * 100)} % of the points.`);
    say(
      `Trained on ${card.trainedAt} with ${card.backend}, seed ${card.seed}, up to event ${card.through}; ${card.bytes} bytes of weights.`,
    );
    for (const line of sayVerdict(card.verdict)) say(line);
  }
  if (shelf.candidate !== null) say(`Model ${shelf.candidate} is ready. To use it: npm run ml -- learn --use`);
}
