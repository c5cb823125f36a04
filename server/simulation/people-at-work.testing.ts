import type { Browser, Tab, Wanted } from './browser.testing.js';
import type { Chance } from './chance.testing.js';
import { hubDoes, PEOPLE, SCHOOLS } from './community.testing.js';
import type { SimHub } from './sim-hub.testing.js';
import type { Trace } from './trace.testing.js';
import type { VirtualTime } from './virtual-time.testing.js';

/** How many screens one tab has open at most. */
const SCREENS_LIMIT = 7;

interface Work {
  readonly hub: SimHub;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly newId: () => string;
  readonly browsers: readonly Browser[];
  readonly openTab: (browser: Browser) => void;
}

/** What people, their browsers and the hub do, one act at a time, by chance. */
export class PeopleAtWork {
  /** Reflections that anybody has said they write: ids to open and to revise. */
  readonly #written: { readonly person: string; readonly reflection: string }[] = [];
  #words = 0;

  constructor(private readonly work: Work) {}

  /** Something happens. */
  act(): void {
    const { chance, browsers } = this.work;
    const browser = chance.pick(browsers);
    const tab = chance.pick(browser.tabs);
    const kind = chance.below(100);
    if (kind < 5) this.#more(tab);
    else if (kind < 24) this.#open(tab);
    else if (kind < 35) this.#close(tab);
    else if (kind < 58) this.#say(tab);
    else if (kind < 82) this.#office();
    else if (kind < 87) tab.breakLine();
    else if (kind < 91) this.#network(browser);
    else if (kind < 94) this.#signIn(tab);
    else if (kind < 95) void tab.replica.signOut();
    else this.#tabs(browser, tab);
  }

  /** Who has just come opens a few screens at once, as the app does. */
  begin(tab: Tab): void {
    for (let screens = this.work.chance.between(1, 3); screens > 0; screens -= 1) this.#open(tab);
  }

  /** Everything that may be held is looked at: what a tab holds already shows without another read. */
  openEverything(tab: Tab): void {
    const { person } = tab;
    if (person === undefined) return;
    for (const one of PEOPLE) tab.open({ view: 'person', id: one });
    for (const school of SCHOOLS) for (const one of PEOPLE) tab.open({ view: 'member', id: `${school}:${one}` });
    for (const { reflection } of this.#written) tab.open({ view: 'reflection', id: reflection });
    for (const institution of SCHOOLS) tab.open({ view: 'member', where: { institution } });
    for (const one of PEOPLE) tab.open({ view: 'reflection', where: { person: one } });
    for (const institution of SCHOOLS) tab.open({ view: 'roster', where: { institution }, order: { by: 'sortAs' } });
  }

  #open(tab: Tab): void {
    if (tab.person === undefined || tab.screens.length >= SCREENS_LIMIT) return;
    tab.open(this.#wanted(tab.person));
  }

  #wanted(me: string): Wanted {
    const { chance } = this.work;
    const school = chance.pick(SCHOOLS);
    const written = this.#written.length > 0 ? chance.pick(this.#written).reflection : 'none';
    return chance.pick<Wanted>([
      { view: 'person', id: chance.pick(PEOPLE) },
      { view: 'person', where: { institutions: school } },
      { view: 'member', where: { institution: school } },
      { view: 'member', id: `${school}:${chance.pick(PEOPLE)}` },
      { view: 'membership', id: me },
      { view: 'reflection', where: { person: me }, order: { by: 'writtenAt', rows: chance.between(1, 3) } },
      { view: 'reflection', where: { person: me }, order: { by: 'writtenAt', descending: true, rows: 2 } },
      { view: 'roster', where: { institution: school }, order: { by: 'sortAs', rows: chance.between(1, 3) } },
      { view: 'roster', where: { institution: school }, order: { by: 'sortAs', descending: true, from: 'b', rows: 2 } },
      { view: 'reflection', id: written },
      { view: 'reflection', where: { person: me } },
      { view: 'reflection', where: { person: chance.pick(PEOPLE) } },
      { view: 'reflection', where: { sharedWith: 'published' } },
    ]);
  }

  /** Who signs in may have been asked after already: that answer is of before, and may be the later one. */
  #signIn(tab: Tab): void {
    const { chance } = this.work;
    if (chance.percent(50)) void tab.replica.refresh();
    void tab.replica.signInAs(chance.pick(PEOPLE));
  }

  #more(tab: Tab): void {
    const lists = tab.screens.filter((screen) => screen.hasMore());
    if (lists.length > 0) this.work.chance.pick(lists).more();
  }

  #close(tab: Tab): void {
    if (tab.screens.length > 0) tab.closeScreen(this.work.chance.pick(tab.screens));
  }

  #say(tab: Tab): void {
    const person = tab.person;
    if (person === undefined) return;
    const { chance, newId } = this.work;
    const mine = this.#written.filter((one) => one.person === person);
    const kind = chance.below(100);
    this.#words += 1;
    const words = { title: `Title ${this.#words}`, text: `What ${person} thought, ${this.#words}` };
    if (kind < 35 || mine.length === 0) {
      const reflection = newId();
      this.#written.push({ person, reflection });
      tab.say('WriteReflection', { person, reflection, mentorship: null, meeting: null, prompt: null, ...words, statements: [] });
    } else if (kind < 60) tab.say('ReviseReflection', { ...chance.pick(mine), ...words });
    else if (kind < 75) tab.say('ShareReflection', { ...chance.pick(mine), with: chance.pick(['nobody', 'published']) });
    else if (kind < 90) tab.say('RenamePerson', { person, name: `${person} ${this.#words}` });
    else if (kind < 95) tab.say('SetVisibility', { person, visibility: chance.pick(['everyone', 'institution', 'nobody']) });
    else tab.say('RemoveMember', { institution: chance.pick(SCHOOLS), person: chance.pick(PEOPLE) });
  }

  /** What the hub does for an office: people come, go, and look after lists. */
  #office(): void {
    const { chance, hub, time, newId } = this.work;
    const about = { institution: chance.pick(SCHOOLS), person: chance.pick(PEOPLE) };
    const kind = chance.below(100);
    this.#words += 1;
    if (kind < 25) void hubDoes(hub, time, newId(), 'AddMember', { ...about, from: '2026-02-02' });
    else if (kind < 40) void hubDoes(hub, time, newId(), 'RemoveMember', about);
    else if (kind < 50) void hubDoes(hub, time, newId(), 'GrantRole', { ...about, role: 'coordinator' });
    else if (kind < 60) void hubDoes(hub, time, newId(), 'RevokeRole', { ...about, role: 'coordinator' });
    else void hubDoes(hub, time, newId(), 'RenamePerson', { person: about.person, name: `${about.person} of the office ${this.#words}` });
  }

  #network(browser: Browser): void {
    const { place, tabs, name } = browser;
    place.online = !place.online;
    this.work.trace.say(name, place.online ? 'is online' : 'is offline');
    for (const tab of tabs) tab.networkChanged(place.online);
  }

  #tabs(browser: Browser, tab: Tab): void {
    if (browser.tabs.length === 1) return this.work.openTab(browser);
    this.work.trace.say(tab.name, 'is closed');
    browser.tabs.splice(browser.tabs.indexOf(tab), 1);
    tab.close();
  }
}
