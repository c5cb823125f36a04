import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { Button, ByKey, ButtonLink, EmptyState, PageHeader, Row, WhenLoaded } from '../../ui/index.js';
import AskForHelp, { createCoordinators } from '../../shared/help/ask-for-help.js';
import { isOver, otherOf, type Mentorship } from '../../shared/pair/pair.js';
import { PersonAvatar, PersonName } from '../../shared/people/person-name.js';
import { ASK_A_COORDINATOR } from '../../shared/help/asking.js';

/** Who a person can turn to: about a mentorship of theirs, or about anything else. */
export default function Help(): JSX.Element {
  const people = createCoordinators(() => undefined);
  const [mentored, mentoring] = [createRows('mentorship', () => ({ mentee: me() })), createRows('mentorship', () => ({ mentor: me() }))];
  const running = createMemo(() => [...mentored(), ...mentoring()].filter((pair) => !isOver(pair)));
  const [about, setAbout] = createSignal<{ readonly pair?: Mentorship }>();
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          title={ASK_A_COORDINATOR}
          lead="A coordinator can help you find a mentor, change how you meet, or sort out a problem. Only you and the coordinator can see what you write."
        />
        <WhenLoaded of={[people, mentored, mentoring]} kind="rows" label="Loading your coordinators">
          <Show when={people.all().length} fallback={<NoCoordinator />}>
            <ul class="list" role="list">
              <ByKey each={running()} key={({ mentorship }) => mentorship}>
                {(pair) => (
                  <li>
                    <Row
                      wrap
                      start={<PersonAvatar of={otherOf(pair())} />}
                      title={
                        <>
                          About your mentorship with <PersonName within of={otherOf(pair())} short />
                        </>
                      }
                      note="We do not tell them."
                      end={
                        <Button tone="quiet" small onPress={() => setAbout({ pair: pair() })}>
                          {ASK_A_COORDINATOR}
                          <span class="unseen">
                            {' '}
                            about <PersonName within of={otherOf(pair())} />
                          </span>
                        </Button>
                      }
                    />
                  </li>
                )}
              </ByKey>
              <li>
                <Row
                  wrap
                  title="About something else"
                  note="Finding a mentor, your profile, or anything about mentoring."
                  end={
                    <Button tone="quiet" small onPress={() => setAbout({})}>
                      {ASK_A_COORDINATOR}
                      <span class="unseen"> about something else</span>
                    </Button>
                  }
                />
              </li>
            </ul>
          </Show>
        </WhenLoaded>
        <p class="small muted">Replies show in your messages.</p>
        <Show when={about()}>{(what) => <AskForHelp open onClose={() => setAbout(undefined)} pair={what().pair} />}</Show>
      </div>
    </div>
  );
}

const NoCoordinator = () => (
  <EmptyState level={2} title="No coordinator to write to" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
    Your school has no coordinator who you can write to here. A line manager or induction tutor cannot be one.
  </EmptyState>
);
