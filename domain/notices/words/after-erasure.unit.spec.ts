import { midSentence, NO_NAME } from '../../text/mid-sentence.js';
import type { PersonId } from '../../kernel/brand.js';
import type { EventType } from '../outcome.js';
import { WORDS, wordsOf, type KeptFacts } from '../words.js';

const [asha, ben, helen] = ['asha', 'ben', 'helen'] as [PersonId, PersonId, PersonId];
const time = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 };
const shown = {
  ...{ mentorship: 'm', meeting: 'k', request: 'r', goal: 'g', reflection: 'x', credential: 'c', message: 'w', helpOffer: 'o' },
  ...{ person: 'asha', mentee: 'ben', from: 'asha', role: 'leader', issuerName: 'Elm School', time, on: '2026-03-06' },
  ...{ lineManager: 'ben', inductionTutor: 'helen', because: 'not-meeting', took: true, search: 's', kept: 'ben', joined: 'moved' },
  ...{ answerBy: '2026-03-13', agreeBy: '2026-03-13', continueBy: '2026-03-13', reviewOn: '2026-07-01', due: null, was: null },
  ...{ who: ['asha'], same: true },
};
const ANSWERS: ReadonlySet<EventType> = new Set([
  'RequestDeclined',
  'MeetingCancelled',
  'OfferDeclined',
  'OfferWithdrawn',
  'HandoverNeeded',
]);
const OF_NO_PAIR: ReadonlySet<EventType> = new Set(['MessageWritten', 'MentorsSuggested', 'ReportingLineSet', 'ReflectionShared']);

const tell = (type: EventType, to: PersonId, change: object = {}, gone = true) =>
  wordsOf({
    ...{ type, to, actor: asha, at: '2026-03-06T12:00:00.000Z', startsAt: time.startsAt, replyBy: null, passedOn: false },
    ...{ pair: OF_NO_PAIR.has(type) ? null : { mentor: asha, mentee: ben }, institution: 'Elm School' },
    name: (id: string) => (id === asha ? (gone ? NO_NAME : 'Asha') : id === ben ? 'Ben' : 'Helen'),
    gone: (id: string) => gone && id === asha,
    shown: {
      ...shown,
      ...(ANSWERS.has(type) && { because: undefined }),
      ...(type === 'FirstDayCorrected' && { from: '2025-09-01' }),
      ...change,
    },
  } as unknown as KeptFacts);

/** What a link may say once the words of the other are gone: it leads to a list, to the reader’s own, or to what is left of both. */
const STILL_THERE =
  /^(?:See (?:the (?:mentorship|meeting)|your (?:requests|certificate|record|CPD record|profile|members|mentorship)|who (?:can see what|you could help|matches)|members who .*|why it was withdrawn)|Find (?:a|another) mentor|Go to Today|Open programme|See schools and trusts|Check your profile|Change this|Choose your email address|Sign in|Say where you work now|Confirm the meeting|Reply to the invitation)$/;
/** Asks for what can no longer be done, or says of what is gone that it is there. */
const UNTRUE =
  /\b(?:Reply|Agree or say|Choose the one|Suggest|You can both|Read it|needs a decision|goals stay|continues|by Friday|Reminder)\b|each other whether/;
/** It is no question of the person who is gone: the reader’s own, their school’s, or of the hub. */
const NOT_OF_THEM: ReadonlySet<string> = new Set([
  'JoiningProposed',
  'JoiningDeclined',
  'ClosingTold',
  'PersonJoined',
  'InvitationSent',
  'MemberInvited',
]);

const types = Object.keys(WORDS) as EventType[];
const READERS = { 'the mentee': ben, 'a coordinator': helen };

describe('after the other has deleted their account', () => {
  test.each(types)('%s is a whole sentence, true, and leads to nothing that is gone', (type) => {
    for (const to of Object.values(READERS)) {
      const said = tell(type, to);
      const { title = '', body = [], link = { says: '', path: '' } } = said ?? {};
      const lines = [title, ...body].map(midSentence);
      expect(lines.filter((line) => !/^[A-Z]\S*( \S+)*$/.test(line) || /undefined|null|in which was| [.,]/.test(line))).toEqual([]);
      if (NOT_OF_THEM.has(type)) continue;
      expect(lines.filter((line) => UNTRUE.test(line))).toEqual([]);
      expect(link.says).toMatch(STILL_THERE);
      expect(link.path).not.toMatch(/open=|\/complete|\?request=|\?offer=|^\/messages\//);
    }
  });

  test('the end of a mentorship says what of both is left', () => {
    const end = (gone: boolean) => tell('MentorshipEnded', ben, { because: undefined }, gone)?.body;
    expect(end(false)).toEqual(['Your notes and goals stay in your record.', 'You can choose another mentor now.']);
    expect(end(true)).toEqual([
      'What you wrote stays in your record. What they wrote was deleted with their account.',
      'You can choose another mentor now.',
    ]);
  });

  test('feedback that was deleted is not offered for reading', () => {
    expect(tell('FeedbackGiven', ben, {}, false)?.link).toEqual({ says: 'Read the feedback', path: '/mentorships/m' });
    expect(tell('FeedbackGiven', ben)).toEqual({
      title: 'A former member gave you feedback',
      body: ['They have deleted their account, and what they wrote with it.'],
      link: { says: 'See the mentorship', path: '/mentorships/m' },
    });
  });

  test('a coordinator who is gone changes nothing for a pair that is here', () => {
    const told = (gone: readonly string[]) =>
      wordsOf({
        ...{ type: 'ClosingProposed', to: ben, actor: helen, at: '2026-03-06T12:00:00.000Z', startsAt: null, replyBy: null },
        ...{ passedOn: false, pair: { mentor: asha, mentee: ben }, institution: '', name: (id: string) => id, shown },
        gone: (id: string) => gone.includes(id),
      } as unknown as KeptFacts);
    expect(told(['helen'])).toEqual(told([]));
    expect(told(['asha'])).not.toEqual(told([]));
  });
});
