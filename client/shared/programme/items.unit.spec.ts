import { headingOf, itemsOf, looking, newcomersOf, notSignedIn, sayWait, writtenOn, type DeskRows } from './items.js';

const TODAY = '2026-03-16';
const plain = { me: 'helen', today: TODAY, waiting: [], handovers: [], help: [], pairs: [], seeking: [], newcomers: [], messages: [] };
const desk = (rows: Partial<Record<keyof DeskRows, unknown>>) => itemsOf({ ...plain, ...rows } as unknown as DeskRows);
const keys = (rows: Partial<Record<keyof DeskRows, unknown>>) => desk(rows).map(({ key }) => key);
const request = (id: string, since: string, more: object = {}) => ({
  ...{ request: id, mentor: 'leila', mentee: 'ines', since, answerBy: '2026-03-20', actsNext: 'mentor' },
  ...more,
});
const pair = (id: string, more: object = {}) => ({
  ...{ mentorship: id, mentor: 'marcus', mentee: 'jo', status: 'active', startedOn: '2026-01-05', agreedOn: null, endedOn: null },
  ...{ meetingsHeld: 1, minutes: 40, lastMetOn: '2026-02-02', nextMeetingOn: null },
  ...{ bookedUntil: null, closesAfter: null, continuedOn: null },
  ...more,
});
const handover = (id: string, next: string) => ({
  ...{ mentorship: id, mentor: 'priya', mentee: 'tom', institution: null, since: '2026-03-13', next, nextAt: '2026-03-13T12:00:00.000Z' },
});
const help = (more: object = {}) => ({
  ...{ help: 'e1', mentorship: 'm', by: 'ben', coordinator: 'helen', text: 'Could we talk?', at: '2026-03-12T09:00:00.000Z', doneOn: null },
  ...more,
});
const school = (more: object = {}) => ({
  ...{
    institution: 'northfield',
    people: 12,
    notInvited: 4,
    invitedOn: null,
    since: '2026-03-02',
    plannedOn: null,
    plannedBy: null,
    lapsed: null,
  },
  ...more,
});

describe('what is on the desk', () => {
  test('the longest wait comes first, whatever it is', () => {
    expect(
      keys({
        waiting: [request('r', '2026-03-07')],
        handovers: [handover('h', 'decide')],
        pairs: [pair('p')],
        help: [help()],
        seeking: [{ person: 'noor', since: '2026-03-05' }],
        newcomers: [school()],
      }),
    ).toEqual(['stuck:p', 'seeking:noor', 'reply:r', 'help:e1', 'handover:h', 'newcomers']);
  });

  test('a pair whose mentee left is told for two weeks: once, and to nobody of the pair', () => {
    const meets = { lastMetOn: '2026-03-12' };
    const left = (on: string, more: object = {}) => pair('p', { ...meets, menteeLeft: { institution: 'elm', on }, ...more });
    expect(keys({ pairs: [left('2026-03-13')] })).toEqual(['mentee-left:p']);
    expect(keys({ pairs: [left('2026-03-02')] })).toEqual([]);
    expect(keys({ pairs: [left('2026-03-13', { mentor: 'helen' })] })).toEqual([]);
    expect(keys({ pairs: [left('2026-03-13', { lastMetOn: '2026-02-02' })] })).toEqual(['stuck:p']);
    expect(headingOf(desk({ pairs: [left('2026-03-13')] }))).toBe('One thing to know');
  });

  test('a reply is waited for from the fifth day on, and not while the mentor waits for the mentee', () => {
    expect(keys({ waiting: [request('long', '2026-03-11'), request('short', '2026-03-12')] })).toEqual(['reply:long']);
    expect(keys({ waiting: [request('r', '2026-03-01', { actsNext: 'mentee' })] })).toEqual([]);
  });

  test('rests for a week once its coordinator has written to one of those whom it is about', () => {
    const since = (day: string, ...messages: [to: string, day: string][]) => {
      const rows = { ...plain, messages: messages.map(([to, day]) => ({ to, at: `${day}T09:00:00.000Z` })) } as unknown as DeskRows;
      const [item] = desk({ waiting: [request('r', day)] });
      return item && writtenOn(item, rows);
    };
    const on = (...messages: [to: string, day: string][]) => since('2026-03-07', ...messages);
    expect(on(['leila', '2026-03-10'], ['ines', '2026-03-12'])).toBe('2026-03-12');
    expect(on(['leila', '2026-03-09'])).toBeUndefined();
    expect(on(['noor', '2026-03-15'])).toBeUndefined();
    // A message from before says nothing about this wait.
    expect(since('2026-03-11', ['ines', '2026-03-10'])).toBeUndefined();
    expect(since('2026-03-11', ['ines', '2026-03-11'])).toBe('2026-03-11');
  });

  test('what happened after the last message is new, on the same day too', () => {
    const rows = (at: string) =>
      ({
        ...plain,
        messages: [
          { to: 'tom', at },
          { to: 'ben', at },
        ],
      }) as unknown as DeskRows;
    const [lost] = desk({ handovers: [handover('h', 'find-mentor')] });
    const [asked] = desk({ help: [help()] });
    if (!lost || !asked) throw new Error('nothing is on the desk');
    expect([writtenOn(lost, rows('2026-03-13T11:00:00.000Z')), writtenOn(lost, rows('2026-03-13T13:00:00.000Z'))]).toEqual([
      ...[undefined, '2026-03-13'],
    ]);
    expect(writtenOn(asked, rows('2026-03-12T08:00:00.000Z'))).toBeUndefined();
  });

  test('another coordinator’s suggestion is told beside the person, one’s own from one’s messages', () => {
    const by = (who: string, on = TODAY) => desk({ seeking: [{ person: 'noor', since: '2026-03-05', suggested: { by: who, on } }] })[0]?.of;
    expect(by('dev')).toMatchObject({ suggested: { by: 'dev' } });
    expect([by('helen'), by('dev', '2026-01-02')]).toMatchObject([{ suggested: null }, { suggested: null }]);
  });

  test('a coordinator is not shown what is theirs as a mentor or mentee: their own tasks say so', () => {
    expect(keys({ waiting: [request('r', '2026-03-01', { mentor: 'helen' })] })).toEqual([]);
    expect(keys({ pairs: [pair('p', { mentee: 'helen' })], seeking: [{ person: 'helen', since: '2026-01-01' }] })).toEqual([]);
  });

  test('a mentee whose mentor left is there once, and not while a new mentor was asked', () => {
    const rows = { handovers: [handover('p', 'find-mentor')], seeking: [{ person: 'tom', since: '2026-01-01' }], pairs: [pair('p')] };
    expect(keys(rows)).toEqual(['handover:p']);
    expect(keys({ handovers: [handover('p', 'wait-for-reply')] })).toEqual([]);
  });

  test('[R6] help is for the coordinator who was asked, until it is done', () => {
    expect(keys({ help: [help({ coordinator: 'dev' })] })).toEqual([]);
    expect(keys({ help: [help({ doneOn: '2026-03-13' })] })).toEqual([]);
  });

  test('members look for a mentor by themselves for a week', () => {
    const seeking = [
      { person: 'noor', since: '2026-03-09' },
      { person: 'sana', since: '2026-03-10' },
    ];
    expect(keys({ seeking })).toEqual(['seeking:noor']);
  });

  test('focus areas that were chosen long ago and led to nothing are no search any more', () => {
    expect(keys({ seeking: [{ person: 'noor', since: '2025-11-16' }] })).toEqual(['seeking:noor']);
    expect(keys({ seeking: [{ person: 'noor', since: '2025-11-15' }] })).toEqual([]);
  });

  test('many who look are one line below the people and pairs, and none of them is left out', () => {
    const seeking = ['a', 'b', 'c', 'd'].map((person, n) => ({ person, since: `2026-02-0${4 - n}` }));
    const found = desk({ seeking, help: [help()] });
    expect(found.map(({ key }) => key)).toEqual(['help:e1', 'seekers']);
    expect(found[1]).toMatchObject({ since: '2026-02-01', of: [{ person: 'd' }, { person: 'c' }, { person: 'b' }, { person: 'a' }] });
    expect(headingOf(found)).toBe('One person needs you, and there is one more thing to do');
    expect([headingOf(desk({ seeking })), looking(4)]).toEqual(['One thing to do', '4 people have looked for a mentor for 7 days or more']);
  });

  test('new people are there while they were never told and no day is chosen, and again a week after they were', () => {
    const shown = (more: object) => keys({ newcomers: [school(more)] }).length === 1;
    expect([shown({}), shown({ plannedOn: '2026-03-19' })]).toEqual([true, false]);
    expect(shown({ notInvited: 0, invitedOn: '2026-03-10' })).toBe(false);
    expect(shown({ notInvited: 0, invitedOn: '2026-03-09' })).toBe(true);
  });
});

test('a pair that was asked whether it continues is no matter of the coordinator until it replies', () => {
  expect(keys({ pairs: [pair('p', { closesAfter: '2026-03-20' })] })).toEqual([]);
});

describe('the heading', () => {
  const heading = (rows: Partial<Record<keyof DeskRows, unknown>>) => headingOf(desk(rows));
  test('counts people and pairs as they are', () => {
    expect(heading({})).toBeUndefined();
    expect(heading({ help: [help()] })).toBe('One person needs you');
    expect(heading({ pairs: [pair('p')] })).toBe('One pair needs you');
    expect(heading({ help: [help(), help({ help: 'e2', by: 'noor' })], pairs: [pair('p')], newcomers: [school()] })).toBe(
      '2 people and one pair need you, and there is one more thing to do',
    );
  });

  test('counts a person once, however many matters of theirs are on the desk', () => {
    expect(heading({ help: [help(), help({ help: 'e2' })] })).toBe('One person needs you');
  });

  test('counts everyone who has not signed in, those with a date for their invitation too, as everything beside it does', () => {
    const newcomers = [
      school({ people: 13, notInvited: 13 }),
      school({ institution: 'elm', people: 6, notInvited: 6, plannedOn: '2026-03-19' }),
    ];
    const [item] = desk({ newcomers });
    expect(item).toMatchObject({ kind: 'newcomers', of: { people: 19, notInvited: 13, planned: 6, at: 'northfield' } });
    expect(notSignedIn(19)).toBe('19 people have not signed in yet');
  });

  test('does not say what the one list below it says', () => {
    expect(heading({ newcomers: [school()] })).toBe('One thing to do');
    expect(notSignedIn(1)).toBe('one person has not signed in yet');
    expect(newcomersOf([school(), school({ institution: 'elm', people: 30, notInvited: 0, invitedOn: '2026-03-02' })] as never)).toEqual({
      ...{ people: 42, notInvited: 4, planned: 0, invitedOn: '2026-03-02', at: 'northfield', lapsed: null },
    });
  });
});

test.each([
  ['2026-03-15', 'one day'],
  ['2026-03-07', '9 days'],
  ['2026-03-02', '2 weeks'],
  ['2026-02-09', '5 weeks'],
])('a wait since %s is %s', (since, words) => expect(sayWait(since, TODAY)).toBe(words));
