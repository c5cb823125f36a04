import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import { dayAfter, dayOf } from '../../ui/index.js';
import Programme from './programme.screen.js';

afterEach(() => replica().close());

const figures = (places: number) => ({
  places,
  pairs: 10,
  pairsOnTrial: 0,
  pairsActive: 10,
  pairsPaused: 0,
  members: 20,
  medianDaysToFirstMeeting: null,
  pairsEndedEarly: 1,
});

describe('a programme', () => {
  test('shows the figures of what is chosen, and of nothing else', async () => {
    const hub = smallHub();
    for (const [id, trust, name, places, space] of [
      ['riverbank', null, 'Riverbank Trust', 120, 64],
      ['northfield', 'riverbank', 'Northfield School', 26, 15],
    ] as const) {
      const details = { name, kind: trust ? 'school' : 'trust', nation: 'england' };
      hub.put('institution', id, { institution: id, trust, details, terms: [], closures: [] });
      hub.put('overview', id, { institution: id, kind: 'now', day: '2026-03-06', figures: figures(places) });
      hub.put('pulse', id, { institution: id, pairs: 10, lastMet: {}, space });
    }
    const memberships = [
      { institution: 'riverbank', trust: null, roles: ['leader'] },
      { institution: 'northfield', trust: 'riverbank', roles: ['leader'] },
    ];
    const session = { person: 'marcus', name: 'Marcus', roles: ['leader'], demo: true, memberships };
    await openScreen(hub, Programme, '/programme', '/programme?at=riverbank', { '/api/session': session });
    expect(await screen.findByText('120 in all, 64 free')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'northfield' } });
    await waitFor(() => expect(screen.queryByText('26 in all, 15 free')).toBeTruthy());
  });

  test('lists by name the pairs that have not met, of one school too, says which are only new and which of them a leader’s Today counts', async () => {
    const hub = smallHub();
    for (const [id, trust] of [
      ['riverbank', null],
      ['elm', 'riverbank'],
      ['oak', 'riverbank'],
    ] as const) {
      const details = {
        name: { riverbank: 'Riverbank Trust', elm: 'Elm', oak: 'Oak' }[id],
        kind: trust ? 'school' : 'trust',
        nation: 'england',
      };
      hub.put('institution', id, { institution: id, trust, details, terms: [], closures: [] });
    }
    hub.put('overview', 'riverbank', { institution: 'riverbank', kind: 'now', day: '2026-03-06', figures: figures(1) });
    const pair = (id: string, school: string, more: object) =>
      hub.put('pairing', id, {
        ...{
          mentorship: id,
          mentor: 'asha',
          mentee: id,
          status: 'active',
          startedOn: dayAfter(dayOf(), -100),
          agreedOn: null,
          endedOn: null,
        },
        ...{
          mentorAt: ['elm', 'riverbank'],
          menteeAt: [school, 'riverbank'],
          meetingsHeld: 3,
          minutes: 0,
          lastMetOn: dayOf(),
          nextMeetingOn: null,
        },
        ...{ bookedUntil: null, closesAfter: null, continuedOn: null, menteeLeft: null, ...more },
      });
    for (const [id, name] of [
      ['ben', 'Ben Okafor'],
      ['cleo', 'Cleo Marsh'],
      ['dan', 'Dan Price'],
      ['eve', 'Eve Stone'],
    ] as const)
      hub.put('person', id, { person: id, name, jobTitle: 'Teacher' });
    pair('ben', 'elm', {});
    pair('cleo', 'elm', { lastMetOn: dayAfter(dayOf(), -60) });
    pair('dan', 'oak', { meetingsHeld: 0, lastMetOn: null, startedOn: dayOf(), status: 'trial', nextMeetingOn: dayAfter(dayOf(), 2) });
    pair('eve', 'oak', { status: 'paused', lastMetOn: null });
    const session = {
      ...{ person: 'marcus', name: 'Marcus', roles: ['leader'], demo: true },
      memberships: [{ institution: 'riverbank', trust: null, roles: ['leader'] }],
    };
    await openScreen(hub, Programme, '/programme', '/programme?at=riverbank&show=not-met', { '/api/session': session });
    const list = await screen.findByRole('group', { name: 'Each pair' });
    await within(list).findByText(/Cleo Marsh/);
    expect(document.activeElement).toBe(list);
    const names = () =>
      within(list)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent?.replace(/ with.*/s, '').trim());
    expect(names()).toEqual(['Cleo Marsh', 'Dan Price']);
    expect(
      within(list).getByText(/^2 pairs have not met in the last 6 weeks\. One of them is new and has a first meeting booked\./),
    ).toBeTruthy();
    expect(within(list).getByText(/^First meeting /)).toBeTruthy();
    fireEvent.change(within(list).getByRole('combobox', { name: 'School' }), { target: { value: 'elm' } });
    // The same at a school, whose Today counts its own mentees alone.
    await within(list).findByText(/^2 pairs have not met in the last 6 weeks\. Today counts 1 of them, whose mentee belongs here\./);
    expect(names()).toEqual(['Cleo Marsh', 'Dan Price']);
    fireEvent.click(within(list).getByRole('radio', { name: /^Current 4/ }));
    // Of a school all pairs are listed, whichever of the two belongs there.
    await waitFor(() => expect(names()).toEqual(['Dan Price', 'Ben Okafor', 'Cleo Marsh', 'Eve Stone']));
  });

  const openElm = async (role: 'leader' | 'administrator') => {
    const hub = smallHub();
    const details = { name: 'Elm', kind: 'school', nation: 'england' };
    hub.put('institution', 'elm', { institution: 'elm', trust: null, details, terms: [], closures: [] });
    const row = (kind: string, some: object) => ({ institution: 'elm', kind, day: null, figures: { ...figures(4), ...some } });
    hub.put('overview', 'elm', row('now', { pairs: 1, pairsActive: 1 }));
    hub.put('overview', 'elm:outside', row('outside', { pairs: null, pairsActive: null }));
    const session = {
      ...{ person: 'marcus', name: 'Marcus', roles: [role], demo: true },
      memberships: [{ institution: 'elm', trust: null, roles: [role] }],
    };
    await openScreen(hub, Programme, '/programme', '/programme', { '/api/session': session });
    await screen.findByRole('heading', { level: 1, name: 'How Elm is doing' });
  };
  const figure = async (label: RegExp) =>
    (await screen.findByText(label, { selector: 'dt' })).parentElement?.querySelector('dd')?.textContent;

  test('[R7] shows one pair as 1 to whoever leads, and days of no meeting as none yet', async () => {
    await openElm('leader');
    expect(await figure(/active pairs/)).toBe('1');
    expect(await figure(/days from match/)).toBe('None yet');
    expect(screen.queryByText(/hidden|fewer than 5/)).toBeNull();
    expect(screen.getByRole('link', { name: 'See history' })).toBeTruthy();
  });

  test('[R7] shows whoever administers alone what may leave the hub: no small number, no pair and no history', async () => {
    await openElm('administrator');
    expect(await figure(/current pairs/)).toBe('–');
    expect(screen.getByText(/We hide figures about 1 to 4 people/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See history' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Each pair' })).toBeNull();
  });

  test.each(['leader', 'administrator'] as const)(
    '[R7] gives whoever is a %s the figures for governors, in which no small number is',
    async (role) => {
      const copied: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text: string) => copied.push(text) },
      });
      const files: { name: string; blob: Blob }[] = [];
      const made: Blob[] = [];
      Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`, revokeObjectURL: () => undefined });
      const press = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
        files.push({ name: this.download, blob: made.at(-1) as Blob });
      });
      await openElm(role);
      fireEvent.click(await screen.findByRole('button', { name: 'Share figures' }));
      const dialog = await screen.findByRole('dialog', { name: 'Figures to share' });
      fireEvent.click(within(dialog).getByRole('button', { name: 'Copy as text' }));
      await within(dialog).findByText('Copied. Paste it into your report.');
      fireEvent.click(within(dialog).getByRole('button', { name: 'Download (CSV)' }));
      await within(dialog).findByText('Downloaded. Look in your downloads folder.');
      press.mockRestore();
      expect(copied[0]).toContain('- Members: 20\n');
      expect(copied[0]).toContain('- Active: Not shown\n');
      expect(files.map(({ name }) => name)).toEqual([`Mentoring at Elm ${dayOf()}.csv`]);
      const text = await read(files[0]?.blob as Blob);
      expect(text).toContain('\r\nPeople,Members,20,\r\n');
      expect(text).toContain('\r\nPairs,All pairs,Not shown,\r\n');
    },
  );
});

const read = (blob: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result)));
    reader.readAsText(blob);
  });
