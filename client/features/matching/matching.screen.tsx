import { For, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { ASK_A_COORDINATOR } from '../../shared/help/asking.js';
import { wholesOf } from '../../shared/mentors/points.js';
import { PARTS } from '../../shared/mentors/parts.js';
import { SUGGESTIONS_REST_ON, type PartId, type SuggestionsAnswer } from '../../shared/mentors/suggestions.js';
import { rights } from '../../shared/institutions/rights.js';
import { Link, NotFetched, PageHeader, Section, Skeleton } from '../../ui/index.js';
import { FollowedSection } from './followed-section.js';
import { LearnedSection } from './learned-section.js';
import type { LearningAnswer } from './learned-words.js';
import { RunLearning } from './run-learning.js';
import './matching.css';

const PART_IDS = Object.keys(PARTS) as readonly PartId[];
const NOT_LEARNED_YET = 'We do not use this yet. Past mentorships do not affect your suggestions.';
/** Of each part, in their order: 100 together. */
const percentsOf = (weights: Partial<Record<PartId, number>>): readonly number[] =>
  wholesOf(
    PART_IDS.map((part) => (weights[part] ?? 0) * 100),
    100,
  );

/** How suggestions come about, in plain English, with the weights that this hub uses now. */
export default function Matching(): JSX.Element {
  const answer = createAnswer<SuggestionsAnswer>(() => '/api/suggestions', SUGGESTIONS_REST_ON);
  const learned = createAnswer<LearningAnswer>(() => '/api/learning');
  const percentLearned = () => {
    const weights = answer.data()?.ranked.weights;
    return weights?.learned ? percentsOf(weights)[PART_IDS.indexOf('learned')] : undefined;
  };
  const again = () => {
    answer.again();
    learned.again();
  };
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader title="How matching works" lead="What we compare, what we never use, and what you can do about it." />
        <Section title="What we compare">
          <p>
            We score each mentor on these parts and add up the points. When you or a mentor have not said enough to score a part, it counts
            as half.
          </p>
          <Show
            when={answer.data()}
            fallback={
              <Show when={answer.failed()} fallback={<Skeleton lines={6} label="Loading how much each part counts" />}>
                {(why) => (
                  <NotFetched title="We could not load how much each part counts" mild onAgain={answer.again}>
                    {why()}
                  </NotFetched>
                )}
              </Show>
            }
          >
            {(data) => (
              <dl class="matching__parts">
                <For each={PART_IDS}>
                  {(part, at) => (
                    <div>
                      <dt>{PARTS[part].name}</dt>
                      <dd>{percentsOf(data().ranked.weights)[at()]}%</dd>
                      <dd class="matching__what muted">
                        {part === 'learned' && !data().ranked.weights[part] ? NOT_LEARNED_YET : PARTS[part].compares}
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            )}
          </Show>
          <p>
            You can change how much most of these count on <Link href="/find">Find a mentor</Link>.
          </p>
        </Section>
        <LearnedSection answer={learned} percent={percentLearned()} />
        <Section title="What else affects the order">
          <ul class="stack stack--tight">
            <li>
              Mentors come lower when requests they have not replied to may take all the space they have left. This way, the same people are
              not asked by everyone.
            </li>
            <li>
              Mentors who take more than five days to reply come a little lower, and those who did not reply to their last requests lower
              still, until they do something as a mentor again.
            </li>
            <li>
              When someone offers a great many areas, phases or subjects, each counts for less. They are shown for their score only, not for
              a different reason.
            </li>
            <li>Mentors you could not meet come last: they work too far away, or one of you only meets online.</li>
            <li>
              We look for three people with different reasons, from different schools if we can. When mentors score the same, we vary who
              comes first.
            </li>
          </ul>
        </Section>
        <Section title="The order of the directory">
          <p>
            The directory is a list for everyone, so it does not use your profile. The closest matches for your words come first. Among
            equal matches, mentors with space come first. After them come mentors who are full or have paused. In both groups, those who
            usually reply within five days are listed before slower ones, and those who did not reply to their last requests come last. The
            rest is by name.
          </p>
        </Section>
        <Section title="Who we leave out">
          <p>
            Mentors who are full or have paused, and those without what you ask for on Find a mentor, such as another school. Your line
            manager and your induction tutor. Mentors you work with or have asked, and for a while those you worked with before or who could
            not help. Anyone you chose not to be matched with, and anyone who chose not to be matched with you. We never tell anyone about
            such a choice.
          </p>
        </Section>
        <Section title="What we never use">
          <p>
            Age, gender, ethnicity, religion, disability, names, pronouns and photos. We do not use anything you write about yourself, or
            what you write or say in a mentorship.
          </p>
        </Section>
        <Section title="What we keep">
          <p>
            We keep a record of the mentors we showed you, when, and their scores, so that suggestions can be checked and improved. Mentors
            cannot see it. Coordinators and administrators of this hub see only how many suggestions led to mentoring, across the whole hub,
            and nothing about fewer than five mentees.
          </p>
        </Section>
        <Section title="If something does not look right">
          <p>Nothing is decided for you: you choose who to ask, and mentors choose what to say.</p>
          <ul class="stack stack--tight">
            <li>
              <Link href="/profile">Update your profile</Link> to change what we compare.
            </li>
            <li>
              <Link href="/privacy">Choose people not to be matched with</Link>. They are not told.
            </li>
            <li>
              <Link href="/help">{ASK_A_COORDINATOR}</Link>. A coordinator can look for a mentor with you.
            </li>
          </ul>
        </Section>
        <Show when={rights.coordinatesSomewhere()}>
          <FollowedSection />
        </Show>
        <Show when={rights.runsHub()}>
          <RunLearning onChanged={again} />
        </Show>
      </div>
    </div>
  );
}
