import { Show, type JSX } from 'solid-js';
import { useParams } from '@solidjs/router';
import { createAct } from '../../app/act.js';
import { NotFound } from '../../app/problem-page.js';
import { createAnswer, createRows, createView, me } from '../../replica/index.js';
import { Button, ButtonLink, calledName, Link, Notice, PageHeader, Section, Skeleton } from '../../ui/index.js';
import { MentorLetter } from '../find/mentor-letter.js';
import { sayRequestsLeft, SUGGESTION_VIEWS, type SuggestedMentor, type SuggestionsAnswer } from '../find/suggestions.js';
import { MentorProfile } from './mentor-profile.js';

/** One mentor: why you two, and what they say of themselves. */
export default function MentorScreen(): JSX.Element {
  const params = useParams<{ person: string }>();
  const row = createView('directory', () => params.person);
  const person = createView('person', () => params.person);
  return (
    <Show when={params.person !== me()} fallback={<Oneself />}>
      <Show when={!(row.gone && person.gone)} fallback={<NotFound />}>
        <div class="page">
          <div class="stack stack--loose">
            <PageHeader
              context={<Link href="/find">Find a mentor</Link>}
              title={row()?.name || person()?.name || 'A mentor'}
              lead={row()?.jobTitle || person()?.jobTitle}
            />
            <Show
              when={row()}
              fallback={
                <Show when={row.gone && person()} fallback={<Skeleton kind="card" label="Reading their profile" />}>
                  <Notice title={`${calledName(person()) || 'This person'} does not offer mentoring just now`}>
                    You know each other from before. Whoever offers mentoring is in the <Link href="/directory">directory</Link>.
                  </Notice>
                </Show>
              }
            >
              {(mentor) => (
                <>
                  <WhyYouTwo person={params.person} />
                  <Section title={`About ${calledName(mentor())}`}>
                    <MentorProfile mentor={mentor()} />
                  </Section>
                </>
              )}
            </Show>
          </div>
          <aside class="stack stack--loose aside-when-simple" aria-label="Beside this profile">
            <NotForMe person={params.person} name={calledName(row() ?? person())} />
          </aside>
        </div>
      </Show>
    </Show>
  );
}

function WhyYouTwo(props: { person: string }): JSX.Element {
  const why = createAnswer<SuggestedMentor>(() => `/api/suggestions/${encodeURIComponent(props.person)}`, { views: SUGGESTION_VIEWS });
  const all = createAnswer<SuggestionsAnswer>(() => '/api/suggestions', { views: SUGGESTION_VIEWS });
  const asked = createRows('request', () => ({ mentor: props.person, mentee: me() }));
  const paired = createRows('mentorship', () => ({ mentor: props.person, mentee: me() }));
  const open = () => asked().some(({ status }) => status === 'open');
  const pair = () => paired().find(({ status }) => status !== 'ended' && status !== 'completed');
  /** Whether they were asked already, or there is a request left, is known: a button that is taken back again helps nobody. */
  const known = () => !asked.loading && !paired.loading && !all.loading();
  const mayAsk = () => !open() && !pair() && (all.data()?.requestsLeft ?? 1) > 0;
  return (
    <Show
      when={known() && why.data()}
      fallback={
        <Show when={why.failed()} fallback={<Skeleton kind="card" label="Working out why you two" />}>
          {(words) => (
            <Notice kind="refusal" foot={<Button onPress={why.again}>Try again</Button>}>
              {words()}
            </Notice>
          )}
        </Show>
      }
    >
      {(mentor) => (
        <>
          <Show when={pair()}>
            {(mentorship) => (
              <Notice kind="good" foot={<Link href={`/mentorships/${mentorship().mentorship}`}>Open your mentorship</Link>}>
                You and {calledName(mentor())} share a mentorship already.
              </Notice>
            )}
          </Show>
          <Show when={open()}>
            <Notice foot={<Link href="/requests">See your request</Link>}>
              You have asked {calledName(mentor())}, and your request is open.
            </Notice>
          </Show>
          <MentorLetter
            mentor={mentor()}
            mayAsk={mayAsk()}
            profile={false}
            requests={all.data() && sayRequestsLeft(all.data() as SuggestionsAnswer)}
          />
        </>
      )}
    </Show>
  );
}

/** Never to be matched, in either direction. Only the person who says so ever learns of it. */
function NotForMe(props: { person: string; name: string }): JSX.Element {
  const own = createView('profile', me);
  const excluded = () => own()?.exclusions.some((other) => other === props.person) ?? false;
  const both = () => ({ person: me(), other: props.person });
  const asking = createAct();
  return (
    <Show when={props.name && own()}>
      <Section title="Only you see this" level={3}>
        <Show
          when={excluded()}
          fallback={
            <>
              <p class="small muted">
                If you would rather not be matched with {props.name}, say so here. Neither of you is then suggested to the other, they do
                not find you in the directory, and nobody is told.
              </p>
              <div>
                <Button
                  tone="quiet"
                  small
                  pending={asking.pending()}
                  onPress={() => void asking.run('ExcludePerson', both(), 'The two of you will not be matched.')}
                >
                  Do not match us
                </Button>
              </div>
            </>
          }
        >
          <p class="small muted">You asked not to be matched with {props.name}. Nobody else knows.</p>
          <div>
            <Button
              tone="quiet"
              small
              pending={asking.pending()}
              onPress={() => void asking.run('LiftExclusion', both(), 'You may be matched again.')}
            >
              Allow it again
            </Button>
          </div>
        </Show>
      </Section>
    </Show>
  );
}

const Oneself = () => (
  <div class="page page--narrow">
    <div class="stack stack--loose">
      <PageHeader title="This is you" lead="You can see your profile as a mentee would see it." />
      <div class="line line--wrap">
        <ButtonLink href="/profile/mirror">See what a mentee sees</ButtonLink>
        <ButtonLink tone="quiet" href="/profile">
          Change your profile
        </ButtonLink>
      </div>
    </div>
  </div>
);
