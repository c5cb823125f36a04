import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { cookieOf } from '../app/hub.testing.js';
import { EmailingHub } from './emailing-hub.testing.js';

const [helen, asha, ben, cleo, dan] = ['helen', 'asha', 'ben', 'cleo', 'dan'] as [PersonId, PersonId, PersonId, PersonId, PersonId];
const hillside = { institution: 'hillside' };
const next = { institution: 'newfield', details: { name: 'Newfield Academy', kind: 'school', nation: 'england' } };

let one: EmailingHub;

/** A hub strikes its clock at this moment; all that follows has followed. */
async function strikesAt(at: string): Promise<void> {
  await one.strikesAt(at);
  await one.settled();
}
const told = () => one.mail.emails.filter(({ subject }) => /has closed/.test(subject));
const toldOnes = () => told().map(({ to }) => to.person);
const close = (successors: readonly string[] = []) => one.must(HUB, 'CloseInstitution', { ...hillside, on: '2026-02-28', successors });

beforeEach(async () => {
  one = await EmailingHub.begin('2026-03-06T15:00:00.000Z', ['helen', 'asha', 'ben', 'cleo', 'dan']);
  await one.hub.parts.views.caughtUp(await one.must(HUB, 'RegisterInstitution', next));
  for (const person of [helen, asha, ben, cleo]) await cookieOf(one.hub, person);
  await one.settled();
});
afterEach(() => one.end());

describe('people whose school has closed', () => {
  test('are told by email the morning after, each once, with the school that the file of links named since', async () => {
    await close();
    await one.settled();
    await strikesAt('2026-03-06T16:00:00.000Z');
    expect(toldOnes()).toEqual([]);
    await close(['newfield']);
    await strikesAt('2026-03-07T07:30:00.000Z');
    // Dan was never invited: an email that his school has closed would be his first.
    expect(toldOnes().toSorted()).toEqual([asha, ben, cleo, helen]);
    expect(told()[0]?.text).toContain('Newfield Academy follows it.');
    await strikesAt('2026-03-08T07:30:00.000Z');
    await close([]);
    await strikesAt('2026-03-09T07:30:00.000Z');
    expect(told()).toHaveLength(4);
    expect(toldOnes()).not.toContain(dan);
  });

  test('are told nothing once they have said where they are, left or were erased', async () => {
    await close(['newfield']);
    const said = { institution: 'newfield', person: ben, email: 'ben@hillside.example', closed: 'hillside' };
    await one.must(ben, 'AskToJoin', said);
    await one.must(cleo, 'RemoveMember', { ...hillside, person: cleo });
    await one.must(helen, 'ErasePerson', { person: helen });
    await one.settled();
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(toldOnes()).toEqual([asha]);
  });

  test('are told nothing where the closing was a mistake that was taken back in time', async () => {
    await close();
    await one.must(HUB, 'ReopenInstitution', hillside);
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(told()).toEqual([]);
  });

  test('are told in the morning by a hub that owes it from before, and starts at night', async () => {
    await close();
    await one.settled();
    await strikesAt('2026-03-09T02:00:00.000Z');
    await strikesAt('2026-03-09T21:30:00.000Z');
    expect(toldOnes()).toEqual([]);
    await strikesAt('2026-03-10T07:00:00.000Z');
    expect(toldOnes().toSorted()).toEqual([asha, ben, cleo, helen]);
  });

  test('are told nothing of a closing that was taken back while the mail server was away, though the school closed again', async () => {
    await close();
    const mail = one.mail.goAway();
    await one.strikesAt('2026-03-07T07:30:00.000Z', 1);
    await mail.asked;
    await one.must(HUB, 'ReopenInstitution', hillside);
    await one.hub.parts.views.caughtUp(await close(['newfield']));
    mail.back();
    await one.settled();
    expect(told()).toEqual([]);
    await strikesAt('2026-03-08T07:30:00.000Z');
    expect(toldOnes().toSorted()).toEqual([asha, ben, cleo, helen]);
    expect(told().every(({ text }) => text.includes('Newfield Academy follows it.'))).toBe(true);
  });
});
