import { createEffect, createMemo, onCleanup } from 'solid-js';
import { dispatchQuietly, me } from '../../replica/index.js';
import type { SuggestedMentor, SuggestionsAnswer } from '../../shared/mentors/suggestions.js';

/** How long a list must be there to be read, in milliseconds: a slider passes many. */
const READ_MS = 2_000;

/** Lists that this tab has noted. The hub notes each once a day, whatever is said. */
const noted = new Set<string>();

/** Notes in the log who was suggested, once the list could be read: so that it can be reproduced, and learnt from. */
export function createNoteShown(list: {
  readonly people: () => readonly SuggestedMentor[];
  readonly ranked: () => SuggestionsAnswer['ranked'];
}): void {
  const data = createMemo(() => {
    const { ranking, weights, mustHaves, alike, through } = list.ranked();
    const shown = list.people().map(({ person: mentor, score, propensity }) => ({ mentor, score, propensity }));
    if (through === null || shown.length === 0) return undefined;
    return {
      person: me(),
      ranking,
      weights: { ...weights },
      through,
      shown,
      ...(mustHaves?.length && { mustHaves: [...mustHaves] }),
      ...(alike && { alike: { ...alike } }),
    };
  });
  createEffect(() => {
    const said = data();
    if (!said) return;
    const day = new Date().toDateString();
    const key = JSON.stringify([
      day,
      said.person,
      said.ranking,
      said.weights,
      said.mustHaves,
      said.alike,
      said.shown.map(({ mentor }) => mentor),
    ]);
    if (noted.has(key)) return;
    const note = () => {
      if (document.visibilityState !== 'visible') return wait();
      noted.add(key);
      dispatchQuietly('NoteSuggestionsShown', said);
    };
    let timer = setTimeout(note, READ_MS);
    const wait = () => void (timer = setTimeout(note, READ_MS));
    onCleanup(() => clearTimeout(timer));
  });
}
