import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { matches } from '../engine/matches.js';
import { NotHeld } from '../engine/predict.js';
import { ACCESS_KINDS, accessId } from '../views/access.view.js';
import { isPageOf } from '../views/diary.js';
import type { HubReader, HubViews } from '../views/index.js';

/** What a browser holds of the hub. */
export interface Holding {
  readonly person: PersonId;
  /** All rows of a view that the person is sent, by id; undefined for a view of which the browser does not hold all. */
  readonly rowsOf: (view: string) => ReadonlyMap<string, unknown> | undefined;
  /** Ids that this device has made for the command at hand: nothing is called so yet. */
  readonly made: ReadonlySet<string>;
}

type Name = keyof HubViews;
interface Me {
  readonly person: PersonId;
  readonly mentorships: ReadonlySet<string>;
}

const isMe = (id: string, { person }: Me): boolean => id === person;
const isMine = (id: string, { mentorships }: Me): boolean => mentorships.has(id);

/** Rows that a person is sent whenever they are there, by their ids: one that is not held does not exist. */
const SENT: { readonly [View in Name]?: (id: string, me: Me) => boolean } = {
  access: (id, { person }) => ACCESS_KINDS.some((kind) => id === accessId(kind, person)),
  'carried-over': isMine,
  institution: () => true,
  membership: isMe,
  profile: isMe,
};

/** The fields by which a list is sent whole, where one of them names the person. */
const SENT_TO: { readonly [View in Name]?: readonly string[] } = {
  credential: ['person'],
  help: ['by', 'coordinator'],
  meeting: ['mentor', 'mentee'],
  mentorship: ['mentor', 'mentee'],
  message: ['from', 'to'],
  request: ['mentor', 'mentee'],
};

/**
 * Reads what a browser holds as the hub reads its views. Throws `NotHeld` for an absent row that may never be sent to this person, and for
 * a partial list.
 */
export function heldReader({ person, rowsOf, made }: Holding): HubReader {
  const held = (view: string): ReadonlyMap<string, unknown> => {
    const rows = rowsOf(view);
    if (!rows) throw new NotHeld(view);
    return rows;
  };
  const pairs = () =>
    [...held('mentorship')].filter(([, data]) => [{ mentor: person }, { mentee: person }].some((me) => matches(data, me)));
  const me = (): Me => ({ person, mentorships: new Set(pairs().map(([id]) => id)) });
  const isWhole = (view: Name, where: Readonly<Record<string, unknown>>): boolean =>
    SENT_TO[view]?.some((field) => where[field] === person) === true ||
    (view === 'meeting' && typeof where['mentorship'] === 'string' && isMine(where['mentorship'], me())) ||
    (view === 'meeting' && typeof where['diary'] === 'string' && isPageOf(person, where['diary']));
  return {
    row: (view, id) => {
      // The name of a view says what its rows hold.
      const row = held(view).get(id) as HubViews[typeof view]['row'] | undefined;
      if (row === undefined && !made.has(id) && !SENT[view]?.(id, me())) throw new NotHeld(`${view} ${id}`);
      return row;
    },
    rows: (view, where) => {
      if (!isWhole(view, where)) throw new NotHeld(`${view} ${JSON.stringify(where)}`);
      return [...held(view).values()].filter((data) => matches(data, where)) as HubViews[typeof view]['row'][];
    },
  };
}
