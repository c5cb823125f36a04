import { COUNTED, given, happened } from '../testing/given-events.js';
import { accessView } from './access.view.js';
import { dueView } from './due.view.js';
import { helpOfferView } from './help-offer.view.js';

const two = { mentor: 'asha', mentee: 'ben' };
const id = { helpOffer: 'o1', ...two };
const offered = (change: object = {}) =>
  happened('HelpOffered', {
    ...{ ...id, note: 'Glad to help', aims: ['behaviour'], answerBy: '2026-03-13', counted: COUNTED, ...change },
  } as never);
const closedAt = '2026-03-10T09:00:00.000Z';
const row = (...events: Parameters<typeof given>[1]) => given(helpOfferView, events).row('o1');

describe('an offer to help', () => {
  test('is read by the two whom it concerns, who read each other’s name', () => {
    expect(given(helpOfferView, [offered()]).audience('o1')).toEqual(['person:asha', 'person:ben']);
    expect(row(offered())).toMatchObject({ status: 'open', note: 'Glad to help', aims: ['behaviour'], answerBy: '2026-03-13' });
    expect(given(accessView, [offered()]).row('known~ben')).toMatchObject({ held: [{ person: 'asha' }] });
  });

  test('ends with a yes, which leads to the mentorship', () => {
    const yes = happened('RequestAccepted', { ...id, request: 'r1', mentorship: 'm1', aims: ['behaviour'] }, { at: closedAt });
    expect(row(offered(), yes)).toMatchObject({ status: 'accepted', mentorship: 'm1', closedAt });
    const other = happened('RequestAccepted', { ...two, request: 'r2', mentorship: 'm2', aims: [] });
    expect(row(offered(), other)).toMatchObject({ status: 'open', mentorship: null });
  });

  test('[R5] a no reads alike, whether the mentee said it or the hub closed it for them', () => {
    const no = { ...id, notBefore: '2026-06-04' };
    const said = row(offered(), happened('OfferDeclined', no, { at: closedAt }));
    expect(said).toMatchObject({ status: 'declined', because: null });
    expect(row(offered(), happened('OfferDeclined', { ...no, because: 'reporting-line' }, { at: closedAt }))).toEqual(said);
  });

  test('is taken back with its cause, or lapses', () => {
    const because = 'no-space';
    expect(row(offered(), happened('OfferWithdrawn', { ...id, because }))).toMatchObject({ status: 'withdrawn', because });
    expect(row(offered(), happened('OfferWithdrawn', id))).toMatchObject({ status: 'withdrawn', because: null });
    expect(row(offered(), happened('OfferLapsed', id))).toMatchObject({ status: 'lapsed' });
  });

  test('[R9] loses the mentor’s words with the mentor, and no words with the mentee', () => {
    expect(row(offered(), happened('PersonErased', { person: 'asha' }))).toMatchObject({ note: '', mentor: 'asha' });
    expect(row(offered(), happened('PersonErased', { person: 'ben' }))).toMatchObject({ note: 'Glad to help' });
  });

  test('an id that another mentor used first is theirs', () => {
    const by = (mentor: string, note: string) =>
      happened('HelpOffered', { ...offered().data, mentor, note } as never, { stream: `caseload-${mentor}` });
    expect(row(by('asha', 'Glad to help'), by('mallory', 'Mine'))).toMatchObject({ mentor: 'asha', note: 'Glad to help' });
  });
});

describe('the clock', () => {
  const due = (...events: Parameters<typeof given>[1]) => [...given(dueView, events).rows().values()].map(({ data }) => data);
  const lapses = { kind: 'lapse-offer', day: '2026-03-14', helpOffer: 'o1', mentor: 'asha' };

  test('lets an open offer lapse the day after its last, and reminds nobody of it', () => {
    expect(due(offered())).toEqual([lapses]);
  });

  test.each([
    ['a yes', happened('RequestAccepted', { ...id, request: 'r1', mentorship: 'm1', aims: [] })],
    ['a no', happened('OfferDeclined', { ...id, notBefore: '2026-06-04' })],
    ['being taken back', happened('OfferWithdrawn', id)],
    ['its end', happened('OfferLapsed', id)],
  ])('has nothing to do after %s', (_what, end) => {
    expect(due(offered(), end)).toEqual([]);
  });
});
