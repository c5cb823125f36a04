import { OFTEN } from '@alongside/domain/people/rhythm.js';
import { careerStage } from '@alongside/domain/uk/taxonomy/lists.js';
import type { ViewRows } from '../../replica/index.js';
import { together } from '../../ui/words.js';
import { areaInSentence, inSentence } from '../../shared/people/say.js';

type Profile = Pick<ViewRows['profile'], 'profile' | 'aims' | 'availability'>;
const AIMS_IN_DRAFT = 3;

/**
 * A first draft of a note, in the mentee’s voice, `minutes` from the times beside it. It names no mentor, so that it fits a second choice
 * too.
 */
export function draftNote({ profile, aims, availability }: Profile, minutes = availability?.minutes): string {
  const job = profile?.jobTitle.trim();
  const stage = profile?.careerStage ? careerStage(profile.careerStage)?.name : undefined;
  const who = job
    ? `I work as ${article(job)} ${inSentence(job)}${stage ? ` (${inSentence(stage.replace(/\s*\(.*\)$/, ''))})` : ''}. `
    : '';
  const areas = listed(aims.slice(0, AIMS_IN_DRAFT).map(({ tag }) => areaInSentence(tag)));
  const wish = areas
    ? `I would like to get better at ${areas}, and to talk it through with an experienced colleague.`
    : 'I would like to talk about my work with an experienced colleague.';
  const rhythm = availability ? `Meeting ${OFTEN[availability.frequency]} for about ${minutes} minutes would suit me, ` : '';
  const first = rhythm ? `${rhythm}and I am happy to start with one conversation.` : 'I am happy to start with one conversation.';
  return `${who}${wish}\n\n${first}`;
}

/** With a comma before the last “and” where a name holds an “and” of its own. */
function listed(areas: readonly string[]): string {
  const last = areas.at(-1);
  return areas.length > 1 && areas.some((area) => area.includes(' and '))
    ? `${areas.slice(0, -1).join(', ')}, and ${last}`
    : together(areas);
}

const article = (noun: string) => (/^[aeiou]/i.test(noun) ? 'an' : 'a');
