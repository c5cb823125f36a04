import { Show, type JSX } from 'solid-js';
import { createView, me } from '../../replica/index.js';
import { Avatar, ButtonLink, EmptyState, Link, Notice, PageHeader, Skeleton } from '../../ui/index.js';
import { MentorProfile } from '../mentors/mentor-profile.js';

const SEEN_BY = {
  everyone: 'Everybody on this hub can find this, unless your institution keeps its people to itself.',
  institution: 'People of your school and trust can find this.',
  nobody: 'Nobody can find this: you chose so. It is what they would see.',
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
          title="What a mentee sees"
          lead={own()?.offer ? SEEN_BY[own()?.visibility ?? 'everyone'] : undefined}
        />
        <Show
          when={row()}
          fallback={
            <Show when={row.gone && !own.loading} fallback={<Skeleton kind="card" label="Holding up the mirror" />}>
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
          What you want to work on, whom you would rather not be matched with, your e-mail address, and how you answered others.
        </p>
        <p class="small">
          <Link href="/profile">Change something</Link>
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
        action={<ButtonLink href="/profile?section=help">Say what you can help with</ButtonLink>}
      >
        Only people who offer mentoring can be found. Whoever you ask sees your name, your job and the note you write.
      </EmptyState>
    }
  >
    <Notice
      title="Nobody can find you"
      foot={
        <ButtonLink small tone="quiet" href="/profile?section=visibility">
          Change who can find you
        </ButtonLink>
      }
    >
      You offer mentoring, and chose to be found by nobody.
    </Notice>
  </Show>
);
