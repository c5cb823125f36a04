import { OFTEN } from '../people/rhythm.js';
import { sayDay, sayMinutes } from '../uk/uk-time.js';
import type { AgreementTerms, ChangedTerm } from './mentorship.events.js';

type TermName = keyof AgreementTerms;

export const FORMAT: { readonly [F in AgreementTerms['format']]: string } = {
  'in-person': 'In person',
  online: 'Online',
  either: 'In person or online',
};

/** The same within a sentence. */
const WHERE: typeof FORMAT = { 'in-person': 'in person', online: 'online', either: 'in person or online' };

/** What each term of an agreement is called, in the order in which it is read. */
export const TERM_NAMES: { readonly [Name in TermName]: string } = {
  purpose: 'What it is for',
  frequency: 'How often',
  minutes: 'How long',
  format: 'Where',
  confidentiality: 'Confidentiality',
  reviewOn: 'Review date',
};
const NAMES = Object.keys(TERM_NAMES) as readonly TermName[];

/** One term in words. */
const SAY: { readonly [Name in TermName]: (value: AgreementTerms[Name]) => string } = {
  purpose: (words) => words || 'nothing',
  frequency: (value) => OFTEN[value],
  minutes: sayMinutes,
  format: (value) => WHERE[value],
  confidentiality: (words) => words || 'nothing',
  reviewOn: (day) => sayDay(day),
};

/** The terms that differ, in the order in which they are read. */
export const differingTerms = (before: AgreementTerms, after: AgreementTerms): readonly TermName[] =>
  NAMES.filter((name) => before[name] !== after[name]);

/** For the record of a suggestion: choices with what they were and are, and of what is in words only that it differs. */
export const changedTerms = (before: AgreementTerms, after: AgreementTerms): ChangedTerm[] =>
  differingTerms(before, after).map((term): ChangedTerm => {
    switch (term) {
      case 'purpose':
      case 'confidentiality':
        return { term };
      case 'frequency':
        return { term, from: before[term], to: after[term] };
      case 'minutes':
        return { term, from: before[term], to: after[term] };
      case 'format':
        return { term, from: before[term], to: after[term] };
      case 'reviewOn':
        return { term, from: before[term], to: after[term] };
    }
  });

const fromTo = (term: TermName, from: string, to: string): string => `${TERM_NAMES[term]}: was ${from}, now ${to}`;

/** “How long: was 45 minutes, now 30 minutes”. What the two wrote is not in a notice. */
export function sayChanged(change: ChangedTerm): string {
  switch (change.term) {
    case 'purpose':
    case 'confidentiality':
      return `${TERM_NAMES[change.term]}: new wording`;
    case 'frequency':
      return fromTo(change.term, SAY.frequency(change.from), SAY.frequency(change.to));
    case 'minutes':
      return fromTo(change.term, SAY.minutes(change.from), SAY.minutes(change.to));
    case 'format':
      return fromTo(change.term, SAY.format(change.from), SAY.format(change.to));
    case 'reviewOn':
      return fromTo(change.term, SAY.reviewOn(change.from), SAY.reviewOn(change.to));
  }
}

const sayTerm = <Name extends TermName>(name: Name, terms: AgreementTerms): string => SAY[name](terms[name]);

/** Every term that differs, with both wordings: for the two, who may read them. */
export const sayDifferences = (before: AgreementTerms, after: AgreementTerms): readonly string[] =>
  differingTerms(before, after).map((name) =>
    name === 'purpose' || name === 'confidentiality'
      ? `${TERM_NAMES[name]}: was ${quoted(before[name])}, now ${quoted(after[name])}`
      : fromTo(name, sayTerm(name, before), sayTerm(name, after)),
  );

const quoted = (words: string): string => (words ? `“${words}”` : 'nothing');
