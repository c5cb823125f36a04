import { within } from '@alongside/domain/text/mid-sentence.js';
import { Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import type { ViewRows } from '../../replica/index.js';
import { Button, ButtonLink, calledName, Link, List, Row, sayDay, Section } from '../../ui/index.js';
import { otherOf } from '../../shared/pair/pair.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';

type Pair = ViewRows['mentorship'];

/** Where nothing is to do because a pair rests, or because a mentee has no mentor any more: what can be done then. */
export default function Between(props: { paused: readonly Pair[]; looksAgain: boolean }): JSX.Element {
  return (
    <>
      <Show when={props.paused.length}>
        <Section title="Paused">
          <List each={props.paused}>{(pair) => <Paused pair={pair} />}</List>
        </Section>
      </Show>
      <Show when={props.looksAgain}>
        <Section title="You have no mentor right now">
          <p class="muted">You completed your mentorship. You can find another mentor when you are ready.</p>
          <div>
            <ButtonLink tone="quiet" href="/find">
              Find a mentor
            </ButtonLink>
          </div>
        </Section>
      </Show>
    </>
  );
}

function Paused(props: { pair: Pair }): JSX.Element {
  const who = createWho(() => otherOf(props.pair));
  const resuming = createAct();
  const apart = () => props.pair.pausedWhy === 'reporting-line';
  const name = () => calledName(who()) || 'a colleague';
  return (
    <Row
      wrap
      start={<PersonAvatar of={otherOf(props.pair)} />}
      title={`Your mentorship with ${within(name())} is paused${props.pair.pausedUntil ? ` until ${sayDay(props.pair.pausedUntil)}` : ''}`}
      note={apart() ? 'Your roles have changed. We keep mentoring separate from appraisal.' : 'Either of you can resume at any time.'}
      end={
        <>
          <Show when={!apart()}>
            <Button
              tone="quiet"
              small
              pending={resuming.pending()}
              onPress={() =>
                void resuming.run('ResumeMentorship', { mentorship: props.pair.mentorship, seen: props.pair.pauses }, 'Mentorship resumed')
              }
            >
              Resume mentorship<span class="unseen"> with {within(name())}</span>
            </Button>
          </Show>
          <Link href={`/mentorships/${props.pair.mentorship}`} about={`with ${within(name())}`}>
            See the mentorship
          </Link>
        </>
      }
    />
  );
}
