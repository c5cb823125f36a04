/** How many mentees had a suggestion that came as far as each step, in steps of five; `null` where that is about too few mentees. */
export interface Followed {
  readonly shown: number | null;
  readonly asked: number | null;
  readonly accepted: number | null;
  /** Of whose pair it is known whether it still met at week six, and whose did. */
  readonly reached: number | null;
  readonly still: number | null;
}

/** As the hub answers it. */
export interface FollowedAnswer {
  readonly all: Followed;
  readonly places: readonly { readonly place: number; readonly steps: Followed }[];
  readonly rankings: readonly { readonly ranking: string; readonly steps: Followed }[];
}

interface Line {
  readonly name: string;
  readonly steps: Followed;
}

const PLACES: Readonly<Record<number, string>> = { 1: 'Shown first', 2: 'Shown second', 3: 'Shown third', 4: 'Shown further down' };
const isSaid = ({ shown }: Followed): boolean => shown !== null;

/** Not even how many were suggested may be told. */
export const isTooLittle = ({ all }: FollowedAnswer): boolean => !isSaid(all);

/** The whole, and its parts where there is more than one and they may be told. */
export function linesOf({ all, places, rankings }: FollowedAnswer): readonly Line[] {
  const parts = (lines: readonly Line[]) => (lines.length > 1 ? lines.filter(({ steps }) => isSaid(steps)) : []);
  return [
    { name: 'All suggestions', steps: all },
    ...parts(places.map(({ place, steps }) => ({ name: PLACES[place] ?? 'Shown further down', steps }))),
    ...parts(rankings.map(({ ranking, steps }) => ({ name: sayRanking(ranking), steps }))),
  ];
}

/** “Rules, version 4”, “Rules, version 4, with model 0123456789ab”. */
export function sayRanking(ranking: string): string {
  const [rules = '', model] = ranking.split(':');
  const name = `Rules, version ${rules.replace(/^\D+/, '')}`;
  return model ? `${name}, with model ${model}` : name;
}

/** “9 of 12”. */
export function sayStill({ reached, still }: Followed): string {
  if (reached === null) return 'Too few to show';
  const of = reached.toLocaleString('en-GB');
  return still === null ? `Too few to show, of ${of}` : `${still.toLocaleString('en-GB')} of ${of}`;
}
