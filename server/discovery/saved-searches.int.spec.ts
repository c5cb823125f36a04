import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { cookieOf } from '../app/hub.testing.js';
import { EmailingHub } from '../reactors/emailing-hub.testing.js';

const [asha, ben, cleo, dan] = ['asha', 'ben', 'cleo', 'dan'] as [PersonId, PersonId, PersonId, PersonId];
const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const PHONICS = 'exp-literacy-numeracy-phonics-and-early-reading';

let one: EmailingHub;

async function strikesAt(at: string): Promise<void> {
  await one.strikesAt(at);
  await one.settled();
}
const told = () => one.mail.emails.filter(({ subject }) => /matches a search/.test(subject)).map(({ to }) => to.person);
const rows = () =>
  one.hub.parts.views.store.list<{ name: string; found: string | null }>('saved-search', { for: 'all' }).map(({ data }) => data);
const save = (asked: string, search = 's1', person = ben) => one.must(person, 'SaveSearch', { person, search, name: asked, asked });
const offers = (person: PersonId, ...tags: string[]) =>
  one.must(person, 'DeclareExpertise', { person, expertise: tags.map((tag) => ({ tag, level: 4 })) });
const offersPlaces = async (person: PersonId) => {
  await one.must(person, 'OfferMentoring', { person, offer: { careerStages: [], note: '' } });
  return one.must(person, 'ChangeCapacity', { mentor: person, places: 1 });
};
const settledNow = async () => {
  await one.settled();
  await one.hub.parts.views.caughtUp(await one.must(dan, 'SetAims', { person: dan, aims: [] }));
};

beforeEach(async () => {
  one = await EmailingHub.begin('2026-03-06T15:00:00.000Z', ['asha', 'ben', 'cleo', 'dan']);
  for (const person of [asha, ben, cleo, dan]) await cookieOf(one.hub, person);
  await offers(cleo, PHONICS);
  await offersPlaces(cleo);
  await settledNow();
});
afterEach(() => one.end());

describe('a search that is saved', () => {
  test('tells its person by email, once, of a mentor who begins to match; of those whom it found at first it says nothing', async () => {
    await save(`expertise=${ROUTINES}`);
    await settledNow();
    await strikesAt('2026-03-06T15:10:00.000Z');
    expect(rows()[0]?.found).not.toBeNull();
    await offers(cleo, ROUTINES);
    await settledNow();
    expect(told()).toEqual([]);
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(told()).toEqual([ben]);
    await strikesAt('2026-03-07T08:30:00.000Z');
    await strikesAt('2026-03-08T07:30:00.000Z');
    expect(told()).toEqual([ben]);
  });

  test('tells nothing at night, and in the morning what came meanwhile', async () => {
    await save('q=phonics&free=1');
    await settledNow();
    await strikesAt('2026-03-06T22:00:00.000Z');
    // Looked at first at any hour: that tells nobody anything.
    expect(rows()[0]?.found).not.toBeNull();
    await offers(asha, ROUTINES, PHONICS);
    await settledNow();
    await strikesAt('2026-03-07T02:00:00.000Z');
    expect(told()).toEqual([]);
    await strikesAt('2026-03-07T07:01:00.000Z');
    expect(told()).toEqual([ben]);
  });

  test('[R5] tells nothing of a mentor whom its person may not see', async () => {
    await save(`expertise=${ROUTINES}`);
    await settledNow();
    await strikesAt('2026-03-06T15:10:00.000Z');
    await one.must(cleo, 'SetVisibility', { person: cleo, visibility: 'nobody' });
    await offers(cleo, ROUTINES);
    await settledNow();
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(told()).toEqual([]);
  });

  test('is told of no more once it was removed, or its person is erased', async () => {
    await save(`expertise=${ROUTINES}`);
    await save(`expertise=${ROUTINES}`, 's2', dan);
    await settledNow();
    await strikesAt('2026-03-06T15:10:00.000Z');
    await one.must(ben, 'RemoveSearch', { person: ben, search: 's1' });
    await one.must(dan, 'ErasePerson', { person: dan });
    await one.settled();
    await one.hub.parts.views.caughtUp(await offers(cleo, ROUTINES));
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(told()).toEqual([]);
    expect(rows()).toEqual([]);
  });
});
