import { FAMILIES } from '@alongside/projections/views/figures.js';
import type { OverviewFigure } from '@alongside/projections/views/overview.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { HubViews } from '@alongside/projections/views/index.js';
import type { Shelf } from './shelf.js';

/** A status of pairs, as the figures of a programme name it. */
const FIGURE_OF = { trial: 'pairsOnTrial', active: 'pairsActive', paused: 'pairsPaused' } as const;

/** Where a programme tells one number in two ways, or parts that are not their whole, in words; nothing where all agree. */
export function disagreeing(shelf: Shelf): readonly string[] {
  // What a view keeps to itself lies on the shelf as well.
  const rowsWith = <Name extends keyof HubViews>(view: Name, field: keyof HubViews[Name]['row']): readonly HubViews[Name]['row'][] =>
    shelf.rows(view, {} as never).filter((row) => typeof row === 'object' && row !== null && field in row);
  const institutions = rowsWith('institution', 'terms');
  const people = new Map(rowsWith('person', 'called').map((row) => [row.person, row.institutions]));
  const pairs = Object.keys(FIGURE_OF).flatMap((status) => shelf.rows('pairing', { status }));
  const now = rowsWith('overview', 'institution').filter(({ kind }) => kind === 'now');
  return now.flatMap(({ institution, figures }) => {
    const houses = new Set([institution, ...institutions.flatMap((one) => (one.trust === institution ? [one.institution] : []))]);
    const belongs = (person: PairingRow['mentee']) => (people.get(person) ?? []).some((house) => houses.has(house));
    const here = pairs.filter(({ mentor, mentee }) => belongs(mentor) || belongs(mentee));
    const numberOf = (status: string) => here.filter((pair) => pair.status === status).length;
    const pulse = shelf.row('pulse', institution);
    const looking = rowsWith('seeking', 'lostMentor').filter(({ reach }) => reach.includes(institution)).length;
    const counted = Object.values(shelf.row('looking-count', institution)?.looking ?? {}).reduce((sum, people) => sum + people, 0);
    const atWork = here.filter(({ status, mentee }) => (status === 'trial' || status === 'active') && belongs(mentee)).length;
    return [
      ...Object.entries(FIGURE_OF).flatMap(([status, name]) => {
        const [listed, figure] = [numberOf(status), figures[name]];
        return figure === listed ? [] : [`${institution}: ${name} is ${figure}, and ${listed} are listed`];
      }),
      ...(atWork === (pulse?.pairs ?? 0) ? [] : [`${institution}: Today counts ${pulse?.pairs} pairs, and ${atWork} are listed`]),
      ...(looking === counted ? [] : [`${institution}: ${counted} are counted who look for a mentor, and ${looking} are listed`]),
      ...((pulse?.space ?? 0) <= (figures.places ?? 0)
        ? []
        : [`${institution}: mentors have space for ${pulse?.space}, and can take ${figures.places} in all`]),
      ...FAMILIES.flatMap(({ total, parts }) => {
        const [whole, ...shown] = [total, ...parts].map((name) => figures[name as OverviewFigure] ?? 0);
        const sum = shown.reduce((all, part) => all + part, 0);
        return whole === sum ? [] : [`${institution}: ${total} is ${whole}, and its parts ${sum}`];
      }),
    ];
  });
}
