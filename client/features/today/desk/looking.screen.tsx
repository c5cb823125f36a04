import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { createRows, createView, me, type ViewRows } from '../../../replica/index.js';
import { Button, ButtonLink, calledName, dayOf, EmptyState, focusItem, List, WhenLoaded, PageHeader, Row } from '../../../ui/index.js';
import { createInstitutions } from '../../../shared/institutions/places.js';
import { CalledApart } from '../../../shared/people/called-apart.js';
import { InstitutionNames } from '../../../shared/people/institutions.js';
import { createWho, PersonAvatar, PersonName } from '../../../shared/people/person-name.js';
import { useSearchParams } from '@solidjs/router';
import { Actions } from './actions.js';
import { sayLastTo, saySuggested, wordsOf } from './item-words.js';
import { lastTo, suggestedByOther, type DeskItem } from '../../../shared/programme/items.js';
import { sayLooking, stillLooking } from '../../../shared/programme/looking-words.js';
import { createLateMessages } from '../../../shared/programme/late-messages.js';
import './desk.css';

/** So many show at first; the rest on request. */
const SHOWN_AT_FIRST = 25;

/** “Teacher, Northfield School.”: of eight schools, which. */
function WhereTheyWork(props: { of: string }): JSX.Element {
  const person = createView('person', () => props.of);
  return (
    <Show when={person()}>
      {(row) => (
        <>
          {row().jobTitle}
          <InstitutionNames of={row().institutions} before={row().jobTitle !== '' && ', '} />
          {(row().jobTitle || row().institutions.length > 0) && '.'}
        </>
      )}
    </Show>
  );
}

/** “Helen suggested mentors today.”, where another coordinator did. */
function SuggestedByOther(props: { of: ViewRows['seeking'] }): JSX.Element {
  const suggested = () => suggestedByOther(props.of, { me: me(), today: dayOf() });
  const who = createWho(() => suggested()?.by);
  return <Show when={suggested() && who().name}>{` · ${saySuggested(suggested(), () => calledName(who()), dayOf())}`}</Show>;
}

/** Members who look for a mentor, to those who coordinate where they belong. */
export default function Looking(): JSX.Element {
  const coordinates = createInstitutions({ roles: ['coordinator'], hub: false });
  return (
    <Show when={coordinates().length} fallback={<NotYours />}>
      <Seekers />
    </Show>
  );
}

const NotYours = () => (
  <div class="page">
    <div class="stack stack--loose">
      <PageHeader title="Members who need a mentor" />
      <EmptyState level={2} title="You cannot see who needs a mentor" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
        Coordinators see the members of their school or trust here.
      </EmptyState>
    </div>
  </div>
);

function Seekers(): JSX.Element {
  const [search] = useSearchParams<{ at?: string }>();
  const rows = createRows('seeking', () => ({}));
  // One school of several, where a figure of that school led here.
  const school = createView('institution', () => search.at);
  const everywhere = createMemo(() => stillLooking(rows(), { me: me(), today: dayOf() }));
  const sorted = createMemo(() =>
    everywhere()
      .filter(({ reach }) => search.at === undefined || (reach as readonly string[]).includes(search.at))
      // Those who lost a mentor come first (R8).
      .toSorted((a, b) => Number(b.lostMentor) - Number(a.lostMentor) || (a.since < b.since ? -1 : 1)),
  );
  const messages = createLateMessages();
  const lastOf = ({ person }: ViewRows['seeking']) => sayLastTo(lastTo([person], { messages: messages(), today: dayOf() }), dayOf());
  const [all, setAll] = createSignal(false);
  let place: HTMLDivElement | undefined;
  const showAll = () => {
    setAll(true);
    focusItem(place, SHOWN_AT_FIRST, 'li');
  };
  const shown = () => (all() ? sorted() : sorted().slice(0, SHOWN_AT_FIRST));
  const item = (of: ViewRows['seeking']): DeskItem => ({
    kind: 'seeking',
    key: `seeking:${of.person}`,
    since: of.since,
    of,
  });
  return (
    <div class="page" ref={(element) => (place = element)}>
      <div class="stack stack--loose">
        <PageHeader
          context={school()?.details.name}
          title="Members who need a mentor"
          end={
            <Show when={everywhere().length > sorted().length}>
              <ButtonLink tone="quiet" href="/looking">
                See all schools
              </ButtonLink>
            </Show>
          }
          lead="Members who have focus areas or have lost a mentor, and have no mentor and no open request. You cannot see what they want to work on. Those who chose their focus areas more than 4 months ago are left out."
        />
        <CalledApart of={shown().map(({ person }) => person)}>
          <WhenLoaded of={[rows]} kind="rows" label="Loading members">
            <List
              each={shown()}
              fallback={
                <EmptyState level={2} title="No one is looking for a mentor" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
                  Members show here when they have chosen focus areas and have no mentor.
                </EmptyState>
              }
            >
              {(row) => (
                <Row
                  wrap
                  start={<PersonAvatar of={row.person} />}
                  title={
                    <strong>
                      <PersonName of={row.person} />
                    </strong>
                  }
                  note={
                    <>
                      <WhereTheyWork of={row.person} /> {`${lastOf(row)} ${sayLooking(row, dayOf())}`.trim()}
                      <SuggestedByOther of={row} />
                    </>
                  }
                  end={<Actions item={item(row)} words={wordsOf(item(row), (person) => person, dayOf())} />}
                />
              )}
            </List>
            <Show when={sorted().length > shown().length}>
              <div>
                <Button tone="quiet" small onPress={showAll}>
                  Show all {sorted().length}
                </Button>
              </div>
            </Show>
          </WhenLoaded>
        </CalledApart>
      </div>
    </div>
  );
}
