import { given, happened } from '../testing/given-events.js';
import { actionView } from './action.view.js';

const of = { meeting: 'k1', mentorship: 'm1', action: 't1', owner: 'ben' };
const agreed = happened('ActionAgreed', { ...of, by: 'asha', title: 'Watch a start', due: '2026-03-20' });
const row = (...events: Parameters<typeof given>[1]) => given(actionView, [agreed, ...events]).row('t1');

describe('an action', () => {
  test('is for the pair and waits to be done', () => {
    expect(given(actionView, [agreed]).audience('t1')).toEqual(['mentorship:m1']);
    expect(row()).toMatchObject({ title: 'Watch a start', done: 'no', doneAt: null, due: '2026-03-20' });
  });

  test('is done, and can be taken up again', () => {
    expect(row(happened('ActionDone', of))).toMatchObject({ done: 'yes', doneAt: '2026-03-06T12:00:00.000Z' });
    expect(row(happened('ActionDone', of), happened('ActionReopened', of))).toMatchObject({ done: 'no', doneAt: null });
  });

  const noted = happened('ActionNoted', { ...of, by: 'ben', note: 'Calmer starts' });
  const notedToo = happened('ActionNoted', { ...of, by: 'asha', note: 'Quiet within a minute' });
  const at = '2026-03-06T12:00:00.000Z';

  test('says how it went in the words of each of the two: neither takes the place of the other’s', () => {
    expect(row(noted, notedToo)).toMatchObject({
      done: 'no',
      notes: [
        { by: 'ben', note: 'Calmer starts', at },
        { by: 'asha', note: 'Quiet within a minute', at },
      ],
    });
  });

  test('[R9] says how it went, in words that go with whoever wrote them', () => {
    const ofAsha = { by: 'asha', note: 'Quiet within a minute', at };
    expect(row(noted, notedToo, happened('PersonErased', { person: 'ben' }))).toMatchObject({ title: 'Watch a start', notes: [ofAsha] });
    expect(row(noted, happened('PersonErased', { person: 'asha' }))).toMatchObject({ title: '', notes: [{ note: 'Calmer starts' }] });
    expect(row(happened('ActionNoted', { ...of, by: 'ben', note: '' }))?.notes).toEqual([]);
  });

  test('[R9] loses its words with whoever wrote them, and not with whoever took it on', () => {
    expect(row(happened('PersonErased', { person: 'asha' }))).toMatchObject({ title: '', owner: 'ben', done: 'no' });
    expect(row(happened('PersonErased', { person: 'ben' }))).toMatchObject({ title: 'Watch a start', owner: 'ben' });
  });
});
