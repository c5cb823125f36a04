import { Show, type JSX } from 'solid-js';
import { createView, me } from '../../replica/index.js';
import { Avatar, ButtonLink, EmptyState, Link, Notice, PageHeader, Skeleton } from '../../ui/index.js';
import { sayWhatAskedSee } from '../../shared/people/say.js';
import { MentorProfile } from '../../shared/mentors/mentor-profile.js';

const SEEN_BY = {
  unchosen: 'People at your school can see this. Choose who else can in your profile, under “Who can find you”.',
  everyone: 'Everyone on this hub can see this, unless your school or trust limits who can find its people.',
  institution: 'People at your school and trust can see this.',
  nobody: 'Only you can see this, because you chose not to be found.',
} as const;

/** One's own profile as a mentee sees it: made from the very row that the directory shows. */
export default function Mirror(): JSX.Element {
  const row = createView('directory', me);
  const own = createView('profile', me);
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          context={<Link href="/profile">Your profile</Link>}
          title="What mentees see"
          lead={own()?.offer ? SEEN_BY[own()?.visibility ?? 'unchosen'] : undefined}
        />
        <Show
          when={row()}
          fallback={
            <Show when={row.gone && !own.loading} fallback={<Skeleton kind="card" label="Loading your profile" />}>
              <Hidden nobody={own()?.visibility === 'nobody' && own()?.offer !== null} />
            </Show>
          }
        >
          {(mentor) => (
            <article class="letter" aria-label="Your profile as others see it">
              <header class="letter__head">
                <Avatar who={{ id: mentor().person, name: mentor().name }} size="big" />
                <div class="grow">
                  <h2>{mentor().name}</h2>
                  <p class="letter__sign">{mentor().jobTitle}</p>
                </div>
              </header>
              <MentorProfile mentor={mentor()} />
            </article>
          )}
        </Show>
      </div>
      <aside class="stack aside-when-simple" aria-label="What is not shown">
        <h2 class="heading-small">What is not shown</h2>
        <p class="small muted">
          What you want to work on, who you do not want to be matched with, your email address, and how you replied to requests.
        </p>
        <p class="small">
          <Link href="/profile">Change your profile</Link>
        </p>
      </aside>
    </div>
  );
}

const Hidden = (props: { nobody: boolean }) => (
  <Show
    when={props.nobody}
    fallback={
      <EmptyState
        level={2}
        title="You are not in the directory"
        action={<ButtonLink href="/profile?section=help">Add what you can help with</ButtonLink>}
      >
        The directory lists only people who offer mentoring. {sayWhatAskedSee('People you ask')}
      </EmptyState>
    }
  >
    <Notice
      title="You cannot be found"
      foot={
        <ButtonLink small tone="quiet" href="/profile?section=visibility">
          Change who can find you
        </ButtonLink>
      }
    >
      You offer mentoring, but chose not to be found.
    </Notice>
  </Show>
);
