import { isOver } from '@alongside/domain/mentorships/states.js';
import { Show, type JSX } from 'solid-js';
import { useParams } from '@solidjs/router';
import { createAct } from '../../app/act.js';
import { NotFound } from '../../app/problem-page.js';
import { createAnswer, createRows, createView, me } from '../../replica/index.js';
import { Button, ButtonLink, calledName, Link, Notice, PageHeader, Section, Skeleton } from '../../ui/index.js';
import { MentorLetter } from '../../shared/mentors/mentor-letter.js';
import { sayRequestsLeft, SUGGESTIONS_REST_ON, type SuggestedMentor, type SuggestionsAnswer } from '../../shared/mentors/suggestions.js';
import { SharedList } from '../../shared/reflections/shared-list.js';
import { MentorProfile } from '../../shared/mentors/mentor-profile.js';

const SHARED_SHOWN = 3;

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
              title={row()?.name || person()?.name || 'Mentor'}
              lead={row()?.jobTitle || person()?.jobTitle}
            />
            <Show
              when={row()}
              fallback={
                <Show when={row.gone && calledName(person())} fallback={<Skeleton kind="card" label="Loading profile" />}>
                  <Notice title={`${calledName(person())} is not offering mentoring right now`}>
                    You can find other mentors in the <Link href="/directory">directory</Link>.
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
            <SharedBy person={params.person} name={calledName(row() ?? person())} />
          </div>
          <aside class="stack stack--loose aside-when-simple" aria-label="Your choices about this person">
            <NotForMe person={params.person} name={calledName(row() ?? person())} />
          </aside>
        </div>
      </Show>
    </Show>
  );
}

function WhyYouTwo(props: { person: string }): JSX.Element {
  const why = createAnswer<SuggestedMentor>(() => `/api/suggestions/${encodeURIComponent(props.person)}`, SUGGESTIONS_REST_ON);
  const all = createAnswer<SuggestionsAnswer>(() => '/api/suggestions', SUGGESTIONS_REST_ON);
  const own = createView('profile', me);
  const asked = createRows('request', () => ({ mentor: props.person, mentee: me() }));
  const paired = createRows('mentorship', () => ({ mentor: props.person, mentee: me() }));
  const open = () => asked().some(({ status }) => status === 'open');
  const pair = () => paired().find((one) => !isOver(one));
  /** Whether they were asked already, or there is a request left, is known: a button that is taken back again helps nobody. */
  const known = () => !asked.loading && !paired.loading && !all.loading() && !own.loading;
  const excluded = () => own()?.exclusions.some((other) => other === props.person) ?? false;
  const mayAsk = () => !open() && !pair() && !excluded() && (all.data()?.requestsLeft ?? 1) > 0;
  return (
    <Show
      when={known() && why.data()}
      fallback={
        <Show when={why.failed()} fallback={<Skeleton kind="card" label="Loading why you match" />}>
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
              <Notice kind="good" foot={<Link href={`/mentorships/${mentorship().mentorship}`}>Open mentorship</Link>}>
                {calledName(mentor())} is already your mentor.
              </Notice>
            )}
          </Show>
          <Show when={open()}>
            <Notice foot={<Link href="/requests">See request</Link>}>You have asked {calledName(mentor())} to be your mentor.</Notice>
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

/** What they published to everyone at a school or trust of the reader; nothing where there is none. */
function SharedBy(props: { person: string; name: string }): JSX.Element {
  const published = createRows('published', () => ({ person: props.person }));
  return (
    <Show when={published().length && props.name}>
      <Section title={`Shared by ${props.name}`}>
        <SharedList level={3} of={published()} first={SHARED_SHOWN} nameless />
      </Section>
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
      <Section title="Only you can see this" level={3}>
        <Show
          when={excluded()}
          fallback={
            <>
              <p class="small muted">
                You can choose not to be matched with {props.name}. We will not suggest you to each other, and they will not find you in the
                directory. We do not tell anyone.
              </p>
              <div>
                <Button
                  tone="quiet"
                  small
                  pending={asking.pending()}
                  onPress={() => void asking.run('ExcludePerson', both(), `We will not match you and ${props.name}`)}
                >
                  Do not match us
                </Button>
              </div>
            </>
          }
        >
          <p class="small muted">You asked not to be matched with {props.name}. We do not tell anyone.</p>
          <div>
            <Button
              tone="quiet"
              small
              pending={asking.pending()}
              onPress={() => void asking.run('LiftExclusion', both(), `You and ${props.name} can be matched again`)}
            >
              Allow matching again
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
      <PageHeader title="This is you" lead="See your profile as a mentee sees it." />
      <div class="line line--wrap">
        <ButtonLink href="/profile/mirror">See what a mentee sees</ButtonLink>
        <ButtonLink tone="quiet" href="/profile">
          Change your profile
        </ButtonLink>
      </div>
    </div>
  </div>
);
