import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HelpOfferRow } from '@alongside/projections/views/help-offer.view.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { race } from './rounds.testing.js';
import { TwoHubs, type Given } from './two-hubs.testing.js';

const people = ['asha', 'ben'];
const BEHAVIOUR = 'exp-behaviour-classroom-routines-and-expectations';
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open(people, async (hub) => {
    await makeSchool(hub, people, { asha: 2 });
    const ben = 'ben' as PersonId;
    await must(hub, ben, 'SetAims', { person: ben, aims: [{ tag: BEHAVIOUR, from: 1, to: 3 }] });
    await must(hub, ben, 'SetOpenToOffers', { person: ben, open: true });
  });
});
afterAll(() => hubs.close());

const asha = { person: 'asha' };
const offers = (helpOffer: string): Given => ({
  ...{ by: 'asha', type: 'OfferHelp' },
  data: { mentor: 'asha', helpOffer, mentee: 'ben', note: 'Glad to help' },
});

// Of docs/spec/across-streams.md: caseload.offer, offer.aims.
test('an offer of a mentor who pauses in that moment does not stand', () =>
  race('an offer of a mentor who pauses', ['overrun', 'the act came first'], async (round) => {
    const helpOffer = `o-${round}`;
    const how = await hubs.comeAbout(offers(helpOffer), { by: 'asha', type: 'PauseMentoring', data: { ...asha, until: null } });
    if (typeof how === 'object') expect(how).toEqual({ refused: 'OFFER.NOT_AVAILABLE' });
    else {
      const isClosed = async () =>
        (await hubs.row<HelpOfferRow>('help-offer', helpOffer, 'ben')).every(
          (row) => row?.status === 'withdrawn' && row.because === 'not-taking-new-mentees',
        );
      expect({ how, closed: await hubs.comesTo(isClosed) }).toEqual({ how, closed: true });
    }
    await hubs.done('asha', 'ResumeMentoring', asha);
    return typeof how === 'object' ? 'refused' : how;
  }));
