import { replica } from '../../replica/index.js';
import { NO_CHOICES, type Choices } from './choices.js';

const BEGINS = 'alongside.import.';
const keyOf = (id: string): string => `${BEGINS}${id}`;

/** Rows and ids of people, and no words: what was ticked of a list, kept in this tab, so that a reload loses none of it. */
export function keepChoices(id: string, choices: Choices): void {
  try {
    sessionStorage.setItem(
      keyOf(id),
      JSON.stringify(Object.entries(choices).map(([name, some]) => [name, [...(some as Iterable<unknown>)]])),
    );
  } catch {
    // Storage that is blocked or full: the ticks last until the page is left.
  }
}

/** What was ticked of a list before a reload. */
export function keptChoices(id: string): Choices {
  try {
    const kept = new Map(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '[]') as readonly [string, readonly never[]][]);
    const set = (name: keyof Choices) => new Set<never>(kept.get(name));
    return {
      taken: new Map<never, never>(kept.get('taken')),
      who: new Map<never, never>(kept.get('who')),
      leftOut: set('leftOut'),
      again: set('again'),
      leave: set('leave'),
      notClosed: set('notClosed'),
      closeToday: set('closeToday'),
      follows: set('follows'),
      sure: set('sure'),
      overHand: set('overHand'),
      schools: new Map<never, never>(kept.get('schools')),
    };
  } catch {
    return NO_CHOICES;
  }
}

/** Whether anything was ticked of a list in this tab. */
export const hasKeptChoices = (id: string): boolean =>
  Object.values(keptChoices(id)).some((some: { readonly size: number }) => some.size > 0);

/** The list is imported or let go: of one list, or of all where another person may come. */
export function dropChoices(id = ''): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (id ? key === keyOf(id) : key.startsWith(BEGINS)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

let watched: unknown;
/** Lets go of all that was ticked once its person signs out. */
export function forgetWithPerson(): void {
  const current = replica();
  if (watched === current) return;
  watched = current;
  current.onForgotten(() => dropChoices());
}
