import { createMemo, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import {
  ButtonLink,
  dayOf,
  EmptyState,
  Link,
  List,
  WhenLoaded,
  PageHeader,
  Row,
  sayDate,
  sayMinutes,
  sayOnDay,
  Section,
  Tag,
} from '../../ui/index.js';
import { isOver, otherOf, type Mentorship } from '../../shared/pair/pair.js';
import { PersonAvatar, PersonName } from '../../shared/people/person-name.js';
import '../../shared/pair/pair.css';

/** Everybody whom this person mentors or is mentored by, those under way first. */
export default function Mentorships(): JSX.Element {
  const lists = {
    mentored: createRows('mentorship', () => ({ mentee: me() })),
    mentoring: createRows('mentorship', () => ({ mentor: me() })),
  };
  const all = createMemo(() => [...lists.mentored(), ...lists.mentoring()].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)));
  const open = () => all().filter((one) => !isOver(one));
  const over = () => all().filter(isOver);
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader title="Mentorships" lead="Your mentors and mentees." />
        <WhenLoaded of={[lists.mentored, lists.mentoring]} kind="rows" label="Loading mentorships">
          <List
            each={open()}
            fallback={
              <EmptyState level={2} title="No mentorships right now" action={<ButtonLink href="/find">Find a mentor</ButtonLink>}>
                A mentorship starts when a mentor says yes. You have a trial period before you agree how you will work together.
              </EmptyState>
            }
          >
            {(pair) => <PairRow pair={pair} />}
          </List>
          <Show when={over().length}>
            <Section title="Earlier">
              <List each={over()}>{(pair) => <PairRow pair={pair} />}</List>
            </Section>
          </Show>
        </WhenLoaded>
      </div>
    </div>
  );
}

const STATUS: Record<Mentorship['status'], string> = {
  trial: 'Trial period',
  active: 'Active',
  paused: 'Paused',
  completed: 'Completed',
  ended: 'Ended',
};

function PairRow(props: { pair: Mentorship }): JSX.Element {
  const other = () => otherOf(props.pair);
  const note = () =>
    [
      isOver(props.pair)
        ? props.pair.mentee === me()
          ? 'They were your mentor'
          : 'You were their mentor'
        : props.pair.mentee === me()
          ? 'Your mentor'
          : 'You are their mentor',
      isOver(props.pair) && props.pair.endedAt
        ? `${sayDate(dayOf(props.pair.startedAt))} to ${sayDate(dayOf(props.pair.endedAt))}`
        : `since ${sayDate(dayOf(props.pair.startedAt))}`,
      props.pair.minutes ? sayMinutes(props.pair.minutes) : '',
      !isOver(props.pair) && props.pair.lastMetOn ? `last met ${sayOnDay(props.pair.lastMetOn)}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Row
      wrap
      start={<PersonAvatar of={other()} />}
      title={
        <Link href={`/mentorships/${props.pair.mentorship}`}>
          <PersonName of={other()} />
        </Link>
      }
      note={note()}
      end={<Tag kind={isOver(props.pair) || props.pair.status === 'paused' ? 'quiet' : undefined}>{STATUS[props.pair.status]}</Tag>}
    />
  );
}
