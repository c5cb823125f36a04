import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { createAnswer, createView, me } from '../../replica/index.js';
import { ResumeRequests, sayPaused } from '../../shared/requests/resume.js';
import { ButtonLink, ByKey, count, EmptyState, Link, NotFetched, PageHeader, Section, Skeleton } from '../../ui/index.js';
import { MENTEES_REST_ON, type MenteesAnswer } from './answer.js';
import { Mentee } from './mentee.js';
import './mentees.css';

/** For mentors: people who chose to be open to offers, and why this mentor could help. Never a ranking. */
export default function Mentees(): JSX.Element {
  const answer = createAnswer<MenteesAnswer>(() => '/api/mentees', MENTEES_REST_ON);
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          title="Teachers you could help"
          lead="These colleagues let mentors see what they want to work on. They are in no order of merit, and the order changes each day."
        />
        <Show
          when={answer.data()}
          fallback={
            <Show when={answer.failed()} fallback={<Skeleton kind="card" label="Loading teachers you could help" />}>
              {(why) => (
                <NotFetched title="We could not load this" onAgain={answer.again}>
                  {why()}
                </NotFetched>
              )}
            </Show>
          }
        >
          {(data) => (
            <>
              <Show when={answer.failed()}>
                {(why) => (
                  <NotFetched title="This list may be out of date" mild onAgain={answer.again}>
                    {why()}
                  </NotFetched>
                )}
              </Show>
              <Show when={data().state === 'open'} fallback={<Nobody state={data().state} />}>
                <Groups answer={data()} />
              </Show>
            </>
          )}
        </Show>
      </div>
      <aside class="stack stack--loose aside-when-simple" aria-label="About offering help">
        <Show when={answer.data()?.state === 'open'}>
          <Section title="Your space for mentees" level={3}>
            <p class="small muted">
              You can offer to help {count(answer.data()?.left ?? 0, 'more person', 'more people')} now.{' '}
              <Link href="/profile?section=mentoring">Change or pause</Link>
            </p>
          </Section>
        </Show>
        <p class="small muted">
          People choose whether to say yes. They do not need to give a reason for a no. <Link href="/requests">See your offers</Link>
        </p>
      </aside>
    </div>
  );
}

function Groups(props: { answer: MenteesAnswer }): JSX.Element {
  return (
    <Show
      when={props.answer.groups.length}
      fallback={
        <EmptyState
          level={2}
          title="No one to show right now"
          action={<ButtonLink href="/profile?section=help">See what you offer</ButtonLink>}
        >
          We show people here when they are open to offers and want to work on something you can help with.
        </EmptyState>
      }
    >
      <ByKey each={props.answer.groups} key={({ aim }) => aim}>
        {(group) => (
          <Section title={expertiseName(group().aim)}>
            <ul class="mentees" role="list">
              <ByKey each={group().people} key={({ person }) => person}>
                {(mentee) => (
                  <li>
                    <Mentee mentee={mentee()} />
                  </li>
                )}
              </ByKey>
            </ul>
          </Section>
        )}
      </ByKey>
      <Show when={props.answer.more}>
        <p class="muted">There are others. We show a few each day, so look again tomorrow.</p>
      </Show>
    </Show>
  );
}

/** Without space, or without an offer of mentoring, nobody is shown: what to do about it. */
function Nobody(props: { state: MenteesAnswer['state'] }): JSX.Element {
  const own = createView('profile', me);
  return (
    <Switch
      fallback={
        <EmptyState
          level={2}
          title="You do not offer mentoring yet"
          action={<ButtonLink href="/profile?section=help">Offer mentoring</ButtonLink>}
        >
          When you do, we show people here who want to work on something you can help with.
        </EmptyState>
      }
    >
      <Match when={props.state === 'full'}>
        <EmptyState level={2} title="You are full" action={<ButtonLink href="/profile?section=mentoring">Offer more space</ButtonLink>}>
          We show people here while you have space for another mentee.
        </EmptyState>
      </Match>
      <Match when={props.state === 'all-offered'}>
        <EmptyState level={2} title="You have offered all your space" action={<ButtonLink href="/requests">See your offers</ButtonLink>}>
          Each open offer keeps a space. We show people here again when a reply comes, or when you withdraw an offer.
        </EmptyState>
      </Match>
      <Match when={props.state === 'paused'}>
        <EmptyState level={2} title="New requests are paused" action={<ResumeRequests />}>
          <Show when={own()?.paused}>{(paused) => sayPaused(paused())}</Show> You can offer to help when you resume.
        </EmptyState>
      </Match>
    </Switch>
  );
}
