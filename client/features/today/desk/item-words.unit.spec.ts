import type { DeskItem } from '../../../shared/programme/items.js';
import { wordsOf } from './item-words.js';

const TODAY = '2026-03-16';
const name = (person: string) => person.charAt(0).toUpperCase() + person.slice(1);
const words = (item: unknown) => wordsOf(item as DeskItem, name, TODAY);
const request = { request: 'r', mentor: 'leila', mentee: 'ines', since: '2026-03-07', answerBy: '2026-03-20', actsNext: 'mentor' };
const handover = { mentorship: 'm', mentor: 'priya', mentee: 'tom', since: '2026-03-13' };
const newcomers = (of: object) => words({ kind: 'newcomers', since: TODAY, of });

describe('what an item on the desk says', () => {
  test('a wait says for how long, until when, and to whom to write', () => {
    expect(words({ kind: 'reply', since: request.since, of: request })).toMatchObject({
      title: 'Ines has waited 9 days for Leila',
      lead: 'Leila has until Friday 20 March to reply. The request expires on Saturday 21 March.',
      ...{ write: ['leila'], suggestTo: 'ines' },
    });
  });

  test('[R8] a mentor who left leaves the choice to the two; once it has ended, the mentee needs a mentor', () => {
    const said = (next: string) => words({ kind: 'handover', since: handover.since, of: { ...handover, next } });
    expect(said('decide')).toMatchObject({ title: 'Priya has left, and Tom has a choice to make', write: ['tom', 'priya'] });
    expect(
      wordsOf({ kind: 'handover', since: handover.since, of: { ...handover, next: 'decide' } } as DeskItem, name, TODAY, 'Elm School'),
    ).toMatchObject({
      title: 'Priya has left Elm School, and Tom has a choice to make',
      draft: 'Priya has left Elm School. Would you like to carry on with your mentorship, or end it? Both are fine.',
    });
    expect(said('find-mentor')).toMatchObject({ title: 'Tom needs a new mentor', write: ['tom'], suggestTo: 'tom' });
  });

  test('what another coordinator suggested is said, so that it is not suggested again', () => {
    const suggested = { by: 'helen', on: TODAY };
    const seeking = words({ kind: 'seeking', since: '2026-03-02', of: { person: 'tom', suggested } });
    const lost = words({ kind: 'handover', since: handover.since, of: { ...handover, next: 'find-mentor', suggested } });
    expect([seeking.lead, lost.lead]).toEqual([
      'They have no mentor and no open request. Helen suggested mentors today.',
      'Priya has left and their mentorship has ended. We kept Tom’s goals and notes. Helen suggested mentors today.',
    ]);
  });

  test('a pair that no longer meets is written to, and its mentee is suggested another mentor', () => {
    const of = { pair: { mentor: 'asha', mentee: 'ben' }, what: 'Last met on Monday 2 February, and nothing is booked' };
    expect(words({ kind: 'stuck', since: '2026-02-02', of })).toMatchObject({
      ...{ title: 'Ben and Asha may need a hand', write: ['ben', 'asha'], suggestTo: 'ben', another: true },
    });
  });

  test('a pair that no longer meets says that its mentee left', () => {
    const of = {
      pair: { mentor: 'asha', mentee: 'ben', menteeLeft: { institution: 'elm', on: TODAY } },
      what: 'Last met on Monday 2 February',
    };
    const item = { kind: 'stuck', key: '', since: '2026-02-02', of } as unknown as DeskItem;
    expect(wordsOf(item, name, TODAY, 'Elm School').lead).toBe('Ben has left Elm School. Last met on Monday 2 February.');
  });

  test('a mentee who left leaves their mentorship to the two, and their mentor is told', () => {
    const of = { mentorship: 'm', mentor: 'asha', mentee: 'ben', menteeLeft: { institution: 'elm', on: TODAY } };
    expect(wordsOf({ kind: 'mentee-left', key: '', since: TODAY, of } as unknown as DeskItem, name, TODAY, 'Elm School')).toMatchObject({
      title: 'Ben has left Elm School, and their mentorship with Asha goes on',
      lead: 'It goes on until one of them ends it.',
      write: ['asha'],
    });
  });

  test('those who have not signed in: how many of them were never invited, and when the last was', () => {
    expect(newcomers({ people: 1, notInvited: 1, planned: 0, invitedOn: null })).toMatchObject({
      ...{ title: 'One person has no invitation yet', lead: 'They have not signed in yet.' },
    });
    expect(newcomers({ people: 12, notInvited: 4, planned: 0, invitedOn: '2026-03-02' }).lead).toBe(
      'We have not invited 4 of them yet. The last invitation was sent on Monday 2 March.',
    );
    expect(newcomers({ people: 19, notInvited: 13, planned: 6, invitedOn: null })).toMatchObject({
      title: '19 people have not signed in yet',
      lead: '13 of them have no invitation and no date for one. We invite 6 on a date you or a colleague chose.',
    });
  });

  test('a plan that came to nothing is said with what to do', () => {
    expect(newcomers({ people: 3, notInvited: 3, invitedOn: null, lapsed: { by: 'leila', on: '2026-03-16' } }).lead).toBe(
      'Leila planned these invitations for Monday 16 March but no longer coordinates here. We sent none. Choose a new date.',
    );
  });

  test('[R6] what a person wrote to the coordinator stands in no heading', () => {
    const help = { help: 'e', by: 'ben', coordinator: 'helen', text: 'Private words', at: '2026-03-16T09:00:00.000Z', doneOn: null };
    expect(words({ kind: 'help', since: TODAY, of: help })).toMatchObject({ lead: 'Sent today. Only you and Ben can see it.' });
    expect(JSON.stringify(words({ kind: 'help', since: TODAY, of: help }))).not.toContain('Private words');
  });
});
