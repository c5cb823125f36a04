import { For, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { NotFetched, Section, Skeleton, Table } from '../../ui/index.js';
import { isTooLittle, linesOf, sayStill, type FollowedAnswer } from './followed-words.js';

const percentOf = (part: number | null, whole: number | null): string => {
  if (part === null) return 'Too few to show';
  return whole ? `${part.toLocaleString('en-GB')} (${Math.round((part / whole) * 100)}%)` : part.toLocaleString('en-GB');
};

/** What came of suggestions on this hub: for those who coordinate or run it. */
export function FollowedSection(): JSX.Element {
  const answer = createAnswer<FollowedAnswer>(() => '/api/learning/followed');
  return (
    <Section title="What came of suggestions">
      <p class="small muted">Only coordinators and administrators of this hub can see this.</p>
      <Show
        when={answer.data()}
        fallback={
          <Show when={answer.failed()} fallback={<Skeleton lines={4} label="Loading what came of suggestions" />}>
            {(why) => (
              <NotFetched title="We could not load what came of suggestions" mild onAgain={answer.again}>
                {why()}
              </NotFetched>
            )}
          </Show>
        }
      >
        {(data) => (
          <Show
            when={!isTooLittle(data())}
            fallback={<p>There is too little to show yet. Figures show once they are about five mentees or more.</p>}
          >
            <Table
              caption="What came of suggestions"
              unseenCaption
              rows={linesOf(data())}
              columns={[
                { title: 'Suggestions', cell: ({ name }) => name },
                { title: 'Shown', number: true, cell: ({ steps }) => percentOf(steps.shown, null) },
                { title: 'Asked', number: true, cell: ({ steps }) => percentOf(steps.asked, steps.shown) },
                { title: 'Accepted', number: true, cell: ({ steps }) => percentOf(steps.accepted, steps.asked) },
                { title: 'At week 6', number: true, cell: ({ steps }) => sayStill(steps) },
              ]}
            />
            <ul class="small">
              <For each={WHAT_IT_MEANS}>{(words) => <li>{words}</li>}</For>
            </ul>
          </Show>
        )}
      </Show>
    </Section>
  );
}

const WHAT_IT_MEANS = [
  'We count mentees, at the place where they last saw a mentor before asking. We count each mentee once in a figure.',
  'We round figures down to the nearest five, and update them once a day. No change is about fewer than five mentees.',
  '“At week 6” shows mentees whose pair still met: it had not ended, and they met or booked a meeting in weeks 4 to 6. We count pairs once week 6 is over, without those who completed before then.',
  'Mentors shown first are asked more often because they are first. A higher figure does not show that they matched better.',
  'These figures are for the whole hub. They do not show fewer than five mentees, or people who deleted their account.',
];
