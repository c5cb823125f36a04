import type { Mentor } from '../features/candidate.js';
import type { Remark, Said } from './part.js';
import { SLOW_DAYS } from './exposure.js';
import { counted } from './words.js';

const QUICK_DAYS = 2;

/** What is so whatever the fit: how soon a mentor usually answers, who else has asked, and how many places are left. */
export function circumstances(mentor: Mentor): Said {
  return { mentee: [...silence(mentor), ...reply(mentor), ...places(mentor)], mentor: lastPlace(mentor) };
}

/** One request may lapse by chance; from the second on it is said. */
function silence({ givenName, unanswered }: Mentor): readonly Remark[] {
  if (unanswered < 2) return [];
  return [{ about: 'reply', kind: 'against', text: `${givenName} did not reply to the last ${counted(unanswered, 'request')}.` }];
}

function reply({ givenName, usualReplyDays }: Mentor): readonly Remark[] {
  if (usualReplyDays === null || (usualReplyDays > QUICK_DAYS && usualReplyDays <= SLOW_DAYS)) return [];
  const within = usualReplyDays === 1 ? 'a day' : counted(usualReplyDays, 'day');
  const quick = usualReplyDays <= QUICK_DAYS;
  return [
    {
      about: 'reply',
      kind: quick ? 'for' : 'against',
      text: quick ? `${givenName} usually replies within ${within}.` : `${givenName} usually takes about ${within} to reply.`,
    },
  ];
}

function places({ givenName, places: offered, taken, openRequests }: Mentor): readonly Remark[] {
  const free = offered - taken;
  if (openRequests >= free)
    return [
      {
        about: 'places',
        kind: 'against',
        text: `${givenName} has space for ${counted(free, 'more mentee')}, and ${counted(openRequests, 'request')} to reply to.`,
      },
    ];
  if (free > 1 || taken === 0) return [];
  return [
    {
      about: 'places',
      kind: 'against',
      text: `${givenName} already has ${counted(taken, 'mentee')}, and space for only one more.`,
    },
  ];
}

function lastPlace({ places: offered, taken }: Mentor): readonly Remark[] {
  return offered - taken === 1 ? [{ about: 'places', kind: 'against', text: `You have space for only one more mentee.` }] : [];
}
