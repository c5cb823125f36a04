import { me, type ViewRows } from '../../replica/index.js';

type Goal = ViewRows['goal'];

/** What another wrote, once it was deleted with their account. */
export const ofFormerMember = (what: 'goal' | 'step'): string => `A ${what} written by a former member`;

/** Words are gone with the account of their author; older ones by the reader, which were kept for the mentee, with the mentee’s. */
const orWhose = (title: string, by: string, what: 'goal' | 'step'): string =>
  title || (by === me() ? `Deleted ${what}` : ofFormerMember(what));

/** A goal by its title, or, once that was deleted with its author's account, by what it was. */
export const goalTitle = ({ description, by }: Pick<Goal, 'description' | 'by'>): string => orWhose(description.title, by, 'goal');

/** The same for a step. */
export const stepTitle = ({ title, by }: Pick<Goal['steps'][number], 'title' | 'by'>): string => orWhose(title, by, 'step');
