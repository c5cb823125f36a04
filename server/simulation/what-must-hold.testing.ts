import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { sentRow } from '../queries/audience.js';
import type { Browser, SaidHere, Screen, Tab } from './browser.testing.js';
import type { SimHub } from './sim-hub.testing.js';
import { textOf, type Told } from './told.testing.js';

/** At any moment: nothing shows that the hub has not sent to the very person who is at this tab, and no row goes back to what it was before. */
export function wrongRows(tab: Tab, told: Told): readonly string[] {
  const { person } = tab;
  return tab.screens.flatMap(({ wanted, shown }) =>
    shown().flatMap((row) => {
      const version = person === undefined ? undefined : told.version(person, wanted.view, row);
      if (!version) return [`${tab.name} shows ${person ?? 'nobody'} what was never sent to them: ${wanted.view} ${textOf(row)}`];
      // A row may be again as it was: only what it never was since is of before.
      const before = tab.latest.get(version.key);
      const since = version.positions.find((position) => before === undefined || position >= before);
      if (since === undefined) return [`${tab.name} goes back behind ${before}: ${wanted.view} ${textOf(row)}`];
      tab.latest.set(version.key, since);
      return [];
    }),
  );
}

/** Once all is quiet: every tab is for who its browser is signed in as, knows their roles, and shows exactly what they may read. */
export function differingScreens(hub: SimHub, { place, tabs }: Browser): readonly string[] {
  const person = hub.sessions.personOf(place.cookie);
  return tabs.flatMap((tab) => {
    if (tab.person !== person) return [`${tab.name} is for ${tab.person ?? 'nobody'}, and its browser for ${person ?? 'nobody'}`];
    if (person === undefined) return [];
    const [held, given] = [tab.replica.session()?.memberships, hub.audience.actor(person).memberships].map(textOf);
    if (held !== given) return [`${tab.name} takes ${person} for one of ${held}, who is one of ${given}`];
    return tab.screens.flatMap((screen) => {
      const [shown, all] = [screen.shown().map(textOf), readableOn(hub, person, screen).map(textOf)];
      // Of a list that is read in part the first rows are shown, as many as were asked for.
      const readable = screen.hasMore() && shown.length >= askedOf(screen) ? all.slice(0, shown.length) : all;
      if (!screen.loading() && textOf(shown) === textOf(readable)) return [];
      const shows = screen.loading() ? 'is still loading' : `shows [${shown.join()}]`;
      return [`${tab.name} for ${person} ${shows} for ${textOf(screen.wanted)}, and may read [${readable.join()}]`];
    });
  });
}

const askedOf = ({ wanted }: Screen): number => ('order' in wanted && wanted.order?.rows) || 0;

function readableOn({ views, audience }: SimHub, person: PersonId, { wanted }: Screen): readonly unknown[] {
  const mine = [...audience.principals(person)];
  const query = 'id' in wanted ? { ids: [wanted.id] } : { where: wanted.where, ...(wanted.order && { order: wanted.order }) };
  return views.store.list(wanted.view, { ...query, for: mine }).map((row) => sentRow(wanted.view, row).data);
}

/** Once all is quiet: every command was answered once, happened at most once, in the name of who said it, and in the order of saying. */
export async function brokenPromises(hub: SimHub, tabs: readonly Tab[], open: ReadonlySet<Tab>): Promise<readonly string[]> {
  const happened = new Map<string, string[]>();
  for await (const batch of hub.log.readAll())
    for (const { commandId, actor } of batch) if (actor !== HUB) happened.set(commandId, [...(happened.get(commandId) ?? []), actor]);
  const given = new Map([...hub.given].reverse().map(({ commandId, by }, at) => [commandId, { by, at: hub.given.length - at }] as const));
  return tabs.flatMap((tab) => [
    ...tab.said.flatMap((said) => wrongWith(said, happened.get(said.commandId) ?? [], open.has(tab)).map((what) => `${tab.name}: ${what}`)),
    ...outOfOrder(tab, given),
    ...tab.said
      .filter(({ commandId, by }) => (given.get(commandId)?.by ?? by) !== by)
      .map(({ commandId, by }) => `${tab.name}: ${commandId}, said by ${by}, reached the hub in the name of ${given.get(commandId)?.by}`),
  ]);
}

function wrongWith({ commandId, by, answers }: SaidHere, actors: readonly string[], isOpen: boolean): readonly string[] {
  const wrong: string[] = [];
  if (isOpen && answers !== 1) wrong.push(`${commandId} was answered ${answers} times`);
  if (actors.length > 1) wrong.push(`${commandId} happened ${actors.length} times`);
  if (actors.some((actor) => actor !== by)) wrong.push(`${commandId}, said by ${by}, happened in the name of ${actors.join()}`);
  return wrong;
}

/** Those that reached the hub did so for the first time in the order in which they were said. */
function outOfOrder({ name, said }: Tab, given: ReadonlyMap<string, { readonly at: number }>): readonly string[] {
  const arrived = said.flatMap(({ commandId }) => {
    const at = given.get(commandId)?.at;
    return at === undefined ? [] : [{ commandId, at }];
  });
  return arrived.flatMap(({ commandId, at }, index) => {
    const before = arrived[index - 1];
    return before && before.at > at ? [`${name}: ${commandId} reached the hub before ${before.commandId}, which was said before it`] : [];
  });
}
