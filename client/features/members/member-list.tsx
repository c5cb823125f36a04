import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { sayApart } from '@alongside/domain/imports/told-apart.js';
import { folded } from '@alongside/domain/text/folding.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { Avatar, Button, count, createSteady, dayOf, List, sayDateShort, Tag } from '../../ui/index.js';
import { createAnswer, createRows, createView, me } from '../../replica/index.js';
import { createWho, HIDDEN_NAME } from '../../shared/people/person-name.js';
import type { MemberLine } from './lines.js';

/** So many at first and with each press: two thousand rows at once would make an old laptop stutter. */
const STEP_ROWS = 50;

export const ROLE_WORDS = { coordinator: 'Coordinator', leader: 'Leader', administrator: 'Administrator' } as const;

/** The list, a stretch at a time. */
export function MemberList(props: {
  lines: readonly MemberLine[];
  /** What they were chosen by: with another choice the list begins at its top. */
  chosenBy: string;
  people: ReadonlyMap<string, Pick<RosterRow, 'name'>>;
  onOpen: (person: string) => void;
  /** Of a list that the hub finds: how many match, of whom `lines` are the first, and the names of several, as they are compared. */
  found?:
    | { readonly total: number; readonly most: number; readonly namesakes: ReadonlySet<string>; readonly ask: (rows: number) => void }
    | undefined;
}): JSX.Element {
  const [limit, setLimit] = createSignal(STEP_ROWS);
  const [goesOnAt, setGoesOnAt] = createSignal<number>();
  let place: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.chosenBy,
      () => {
        setGoesOnAt(undefined);
        setLimit(STEP_ROWS);
      },
      { defer: true },
    ),
  );
  const namesakes = createMemo(() => props.found?.namesakes ?? namesOfSeveral([...props.people.values()]));
  // Of them nobody but who asked reads, so these are few.
  const joining = createRows('joining', () => ({ status: 'asked' }));
  const asked = createMemo(() => new Set<string>(joining().flatMap(({ askedBy, askedOf }) => (askedBy === me() ? askedOf : []))));
  const total = () => props.found?.total ?? props.lines.length;
  const most = () => props.found?.most ?? Infinity;
  const shown = createSteady(() => props.lines.slice(0, limit()));
  // The button may be gone; reading goes on with the first new row, once it is here.
  createEffect(() => {
    const at = goesOnAt();
    if (at === undefined || shown().length <= at) return;
    setGoesOnAt(undefined);
    queueMicrotask(() => place?.querySelectorAll<HTMLElement>('li')[at]?.querySelector('button')?.focus());
  });
  const more = () => {
    const before = limit();
    setGoesOnAt(before);
    setLimit(Math.min(before + STEP_ROWS, most()));
    props.found?.ask(limit());
  };
  return (
    <div class="stack" ref={(element) => (place = element)}>
      <List each={shown()}>
        {(line) => (
          <MemberLineRow
            line={line}
            isAsked={asked().has(line.member.person)}
            isNamesake={namesakes().has(folded(line.name))}
            people={props.people}
            onOpen={props.onOpen}
          />
        )}
      </List>
      <Show when={total() > limit()}>
        <div class="line line--wrap">
          <Show when={limit() < most()}>
            <Button tone="quiet" onPress={more}>
              Show {Math.min(STEP_ROWS, total() - limit(), most() - limit())} more
            </Button>
          </Show>
          <span class="small muted">
            {shown().length.toLocaleString('en-GB')} of {total().toLocaleString('en-GB')} people
            <Show when={limit() >= most()}>. Search by name or job to find the others.</Show>
          </span>
        </div>
      </Show>
    </div>
  );
}

/** The names that more than one of them has. */
function namesOfSeveral(people: readonly Pick<RosterRow, 'name'>[]): ReadonlySet<string> {
  const [once, several] = [new Set<string>(), new Set<string>()];
  for (const name of people.map((one) => folded(one.name))) (once.has(name) ? several : once).add(name);
  return several;
}

function MemberLineRow(props: {
  line: MemberLine;
  isNamesake: boolean;
  isAsked: boolean;
  people: ReadonlyMap<string, Pick<RosterRow, 'name'>>;
  onOpen: (person: string) => void;
}): JSX.Element {
  const member = () => props.line.member;
  /** Of another school, or no longer anywhere: read one by one, for they are few. */
  const outside = (id: () => string | null) =>
    createWho(() => (id() === null || props.people.has(id() ?? '') ? undefined : (id() ?? undefined)));
  const beyond = { lineManager: outside(() => member().lineManager), inductionTutor: outside(() => member().inductionTutor) };
  /** Those who were members here and left. */
  const rowOf = (id: () => string | null) =>
    createView('member', () => (id() === null || props.people.has(id() ?? '') ? undefined : `${member().institution}:${id()}`));
  const gone = { lineManager: rowOf(() => member().lineManager), inductionTutor: rowOf(() => member().inductionTutor) };
  const nameOf = (field: keyof typeof beyond) => {
    const id = member()[field];
    if (id === null) return undefined;
    const { name } = beyond[field]();
    const said = props.people.get(id)?.name || (name === HIDDEN_NAME ? 'A person at another school' : name);
    return gone[field]()?.left ? `${said}, who has left` : said;
  };
  const address = createAnswer<{ readonly email: string }>(() =>
    props.isNamesake ? `/api/people/${encodeURIComponent(member().person)}/email` : undefined,
  );
  const apart = () => (props.isNamesake ? sayApart({ email: address.data()?.email ?? '', job: props.line.member.jobTitle }) : '');
  return (
    <div class="member">
      <Avatar who={{ id: member().person, name: props.line.name }} />
      <div class="member__who">
        <p>
          <strong class="name">{props.line.name}</strong>
        </p>
        <p class="row__note">{props.line.member.jobTitle || 'No job title yet'}</p>
        <Show when={props.isNamesake && address.data()?.email}>{(email) => <p class="row__note">{email()}</p>}</Show>
      </div>
      <dl class="member__lines">
        <Above label={member().from > dayOf() ? 'Starts on' : 'Member since'} name={sayDateShort(member().from)} />
        <Above label="Line manager" name={nameOf('lineManager')} />
        <Above label="Induction tutor" name={nameOf('inductionTutor')} />
      </dl>
      <p class="member__tags">
        <Show when={props.line.member.awaited}>
          <Tag>Not signed in yet</Tag>
        </Show>
        <MentoringTag line={props.line} />
        <Show when={props.isAsked}>
          <Tag>Asked about another record</Tag>
        </Show>
        {member().roles.map((role) => (
          <Tag>{ROLE_WORDS[role]}</Tag>
        ))}
      </p>
      <div class="member__do">
        <Button tone="plain" small onPress={() => props.onOpen(member().person)}>
          Change<span class="unseen"> {[props.line.name, apart()].filter(Boolean).join(', ')}</span>
        </Button>
      </div>
    </div>
  );
}

const Above = (props: { label: string; name: string | undefined }) => (
  <Show when={props.name}>
    <div>
      <dt>{props.label}</dt>
      <dd title={props.name}>{props.name}</dd>
    </div>
  </Show>
);

/** Whether a member is in a running mentorship, and on which side: no more than that. */
function MentoringTag(props: { line: MemberLine }): JSX.Element {
  const words = () => {
    const { mentored, mentoring } = props.line;
    if (mentored === undefined || mentoring === undefined) return undefined;
    const parts = [mentoring > 0 && `Mentors ${count(mentoring, 'person', 'people')}`, mentored > 0 && 'Has a mentor'].filter(Boolean);
    return { words: parts.join(' · ') || 'Not in a mentorship', quiet: parts.length === 0 };
  };
  return (
    <Show when={words()}>
      {(said) => (
        <Show when={said().quiet} fallback={<Tag kind="info">{said().words}</Tag>}>
          <span class="small muted">{said().words}</span>
        </Show>
      )}
    </Show>
  );
}
