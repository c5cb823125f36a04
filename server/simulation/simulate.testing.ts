import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { RULES, type Rules } from '../../client/replica/rules.js';
import { Tab, type Browser } from './browser.testing.js';
import { chanceFrom } from './chance.testing.js';
import { PEOPLE, settleIn } from './community.testing.js';
import { PeopleAtWork } from './people-at-work.testing.js';
import { SimHub } from './sim-hub.testing.js';
import { Told } from './told.testing.js';
import { Trace } from './trace.testing.js';
import { VirtualTime } from './virtual-time.testing.js';
import { CALM, STORM, type Weather } from './weather.testing.js';
import { brokenPromises, differingScreens, wrongRows } from './what-must-hold.testing.js';

/** How much happens in one run. */
const ACTS = 200;
/** Between two acts, in milliseconds: most follow on the heels of another, some do not. */
const SOON_MS = 60;
const LATER_MS = 1_200;
const SOON_PERCENT = 65;
/** After which all is quiet, in milliseconds: the longest back-off is half a minute, and it is met twice at most. */
const QUIET_MS = 90_000;
const BROWSERS = 3;

/** What is planted in a run: rules of the replica in place of its own, and a hub that claims too much. */
export interface Planted {
  readonly rules?: Partial<Rules>;
  readonly claimsTooMuch?: boolean;
}

/** What a run came to. `broken`: what did not hold, in words; empty where all did. */
export interface Run {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly trace: Trace;
  readonly commands: number;
}

/** Several people at several browsers, in bad weather and then in good, all of it decided by a seed. */
export async function simulate(seed: number, planted: Planted = {}): Promise<Run> {
  const chance = chanceFrom(numbersFrom(seed));
  const time = new VirtualTime();
  const trace = new Trace(() => time.elapsedMs);
  const told = new Told();
  const weather: Weather = { ...STORM };
  const hub = await SimHub.open({ time, trace, told, claimsTooMuch: planted.claimsTooMuch ?? false });
  await settleIn(hub, time);

  const broken = new Set<string>();
  const heard = new Set<Tab>();
  const tabs: Tab[] = [];
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const rules: Rules = { ...RULES, ...planted.rules };
  const openTab = (browser: Browser) => {
    const name = `${browser.name}.${tabs.length + 1}`;
    trace.say(name, 'is opened');
    const parts = { hub, time, chance, trace, weather, name, place: browser.place, arrived: () => void heard.add(tab) };
    const tab: Tab = new Tab(name, parts, { newId, rules }, (here) => people.begin(here));
    tabs.push(tab);
    browser.tabs.push(tab);
  };
  const browsers: Browser[] = [];
  const people = new PeopleAtWork({ hub, time, chance, trace, newId, browsers, openTab });
  for (let index = 0; index < BROWSERS; index += 1) {
    const browser: Browser = {
      name: `b${index + 1}`,
      place: { cookie: hub.sessions.open(chance.pick(PEOPLE) as PersonId), online: true },
      tabs: [],
    };
    browsers.push(browser);
    openTab(browser);
  }
  const look = () => {
    for (const tab of heard) for (const what of wrongRows(tab, told)) broken.add(what);
    heard.clear();
  };

  for (let act = 0; act < ACTS; act += 1) {
    people.act();
    await time.pass(chance.below(chance.percent(SOON_PERCENT) ? SOON_MS : LATER_MS), look);
  }

  // The storm is over: everybody is online, signed in, and has all the time in the world.
  Object.assign(weather, CALM);
  for (const { place, tabs } of browsers) {
    const before = place.online;
    place.online = true;
    if (!before) for (const tab of tabs) tab.networkChanged(true);
  }
  await time.pass(QUIET_MS, look);
  for (const { place, tabs } of browsers)
    if (hub.sessions.personOf(place.cookie) === undefined) void tabs[0]?.replica.signInAs(chance.pick(PEOPLE));
  await time.pass(QUIET_MS, look);
  // Nobody tells a tab that shows the way in that another one has been through it, until its person comes back to it.
  for (const { tabs } of browsers) for (const tab of tabs) tab.lookedAt();
  await time.pass(QUIET_MS, look);
  for (const { tabs } of browsers) for (const tab of tabs) people.openEverything(tab);
  await time.pass(QUIET_MS, look);

  for (const browser of browsers) for (const what of differingScreens(hub, browser)) broken.add(what);
  for (const what of await brokenPromises(hub, tabs, new Set(browsers.flatMap((browser) => browser.tabs)))) broken.add(what);
  for (const { wentBack } of tabs) for (const what of wentBack) broken.add(what);
  for (const what of broken) trace.say('!', what);
  for (const tab of browsers.flatMap((browser) => browser.tabs)) tab.close();
  await hub.close();
  return { seed, broken: [...broken], trace, commands: hub.given.length };
}
