import { alikeText, type Alike, type But } from '@alongside/domain/suggestions/alike.js';
import { NEAR_MILES, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import { movedWeights, type Moved, type SliderPart } from '@alongside/ml/ranking/sliders.js';

/** What a mentee may turn up or down, in their words. Where each stands at first is the hub’s (`SLIDERS`). */
export interface Matter {
  readonly part: SliderPart;
  readonly label: string;
}

export const MATTERS: readonly Matter[] = [
  { part: 'expertise', label: 'Knows what I want to learn' },
  { part: 'context', label: 'Knows my phase and subject' },
  { part: 'availability', label: 'Available when I am' },
  { part: 'proximity', label: 'Close to my school' },
  { part: 'ways-of-working', label: 'Similar way of working' },
];

/** What may be insisted on: as it stands after “Only suggest mentors who”, and as it is said again. */
export const INSISTED: Readonly<Record<MustHave, { readonly label: string; readonly said: string }>> = {
  'other-school': { label: 'Work at another school', said: 'work at another school' },
  'same-trust': { label: 'Work in my trust', said: 'work in your trust' },
  near: { label: `Work within ${NEAR_MILES} miles of me`, said: `work within ${NEAR_MILES} miles of you` },
  online: { label: 'Can meet online', said: 'can meet online' },
};

/** In what others are to be better than a mentor: as it stands after “… but who”, and as it is said again of those who are. */
export const BETTER: Readonly<Record<But, { readonly label: string; readonly said: string }>> = {
  phase: { label: 'work in my phase', said: 'work in your phase' },
  subject: { label: 'teach my subject', said: 'teach your subject' },
  stage: { label: 'like to help people at my career stage', said: 'like to help people at your career stage' },
  'other-school': { label: 'work at another school', said: 'work at another school' },
  nearer: { label: 'work nearer to me', said: 'work nearer to you' },
  'could-meet': { label: 'I could meet', said: 'you could meet' },
  times: { label: 'are free when I am', said: 'are free when you are' },
  sooner: { label: 'usually reply sooner', said: 'usually reply sooner' },
  'fewer-requests': { label: 'have fewer requests to reply to', said: 'have fewer requests to reply to' },
};

/** How much it matters, in words. */
export function sayWeight(value: number): string {
  if (value === 0) return 'not at all';
  if (value <= 15) return 'very little';
  if (value <= 30) return 'a little';
  if (value <= 60) return 'somewhat';
  return value <= 85 ? 'a lot' : 'most of all';
}

/** The address of suggestions under these weights and must-haves, or of those like a mentor. What was not moved is left as the hub has it. */
export function suggestionsPath(moved: Moved, insisted: readonly MustHave[] = [], alike?: Alike): string {
  const query = new URLSearchParams();
  for (const [part, weight] of Object.entries(movedWeights(moved))) query.set(part, weight.toFixed(2));
  return withQuery('/api/suggestions', narrowed(query, insisted, alike));
}

/** The address of people for wherever the sliders stand. */
export const reservesPath = (insisted: readonly MustHave[], alike: Alike | undefined): string =>
  withQuery('/api/reserves', narrowed(new URLSearchParams(), insisted, alike));

function narrowed(query: URLSearchParams, insisted: readonly MustHave[], alike: Alike | undefined): URLSearchParams {
  if (insisted.length > 0) query.set('must', insisted.join(','));
  if (alike) query.set('like', alikeText(alike));
  return query;
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The address of what speaks for and against one mentor, under the weights of the suggestions at this one. */
export const mentorPath = (suggestions: string, person: string): string =>
  suggestions.replace('/api/suggestions', `/api/suggestions/${encodeURIComponent(person)}`);

/** The address of the question in what there are others like a mentor. */
export const othersPath = (person: string, insisted: readonly MustHave[]): string =>
  `/api/suggestions/${encodeURIComponent(person)}/others${insisted.length > 0 ? `?must=${insisted.join(',')}` : ''}`;

/** Reads what stands in the address of the page; whatever is no number from 0 to 100 is left out. */
export function chosenIn(params: Readonly<Record<string, string | readonly string[] | undefined>>): Moved {
  const found: Partial<Record<SliderPart, number>> = {};
  for (const { part } of MATTERS) {
    const given = params[part];
    if (typeof given === 'string' && /^\d{1,3}$/.test(given) && Number(given) <= 100) found[part] = Number(given);
  }
  return found;
}
