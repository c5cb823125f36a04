import { type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { useSearchParams } from '@solidjs/router';
import { cpdCredits } from '@alongside/domain/development/cpd.js';
import { createView, me } from '../../replica/index.js';
import { Figures, PageHeader, sayMinutes, Skeleton, Tabs, WhenFetched, WhenLoaded } from '../../ui/index.js';
import { inSentence } from '../../shared/people/say.js';
import { sayCredits } from './cpd.js';
import './growth.css';

const GoalsAndSkills = lazyPart(() => import('./goals-and-skills.js'));
const Reflections = lazyPart(() => import('./reflections.js'));
const Standards = lazyPart(() => import('./standards.js'));
const CpdRecord = lazyPart(() => import('./cpd-record.js'));
const Certificates = lazyPart(() => import('./certificates.js'));
const FeedbackReceived = lazyPart(() => import('./feedback-received.js'));

const PARTS = [
  { value: 'goals', label: 'Goals and skills', part: GoalsAndSkills },
  { value: 'standards', label: 'Standards', part: Standards },
  { value: 'reflections', label: 'Reflections', part: Reflections },
  { value: 'cpd', label: 'CPD record', part: CpdRecord },
  { value: 'certificates', label: 'Certificates', part: Certificates },
  { value: 'feedback', label: 'Feedback', part: FeedbackReceived },
] as const;

/** “3 of 5 goals achieved”; without a goal there is nothing to achieve. */
const goalsIn = (achieved: number, agreed: number) =>
  agreed
    ? { value: `${achieved} of ${agreed}`, label: agreed === 1 ? 'goal achieved' : 'goals achieved' }
    : { value: 0, label: 'goals agreed' };

/** What a person has become better at: their own record, which moves with them from school to school. */
export default function Growth(): JSX.Element {
  const [search, setSearch] = useSearchParams<{ part?: string }>();
  const growth = createView('growth', me);
  const part = () => PARTS.find(({ value }) => value === search.part)?.value ?? 'goals';
  const minutes = () => (growth()?.minutesAsMentee ?? 0) + (growth()?.minutesAsMentor ?? 0);
  return (
    <div class="page growth">
      <div class="stack stack--loose">
        <PageHeader title="Development" lead="Your own record, at any school. Each part shows who else can see it." />
        <WhenLoaded of={[growth]} lines={2} label="Loading your record">
          <Figures
            of={[
              { value: sayMinutes(minutes()), label: `of mentoring, ${sayCredits(cpdCredits(minutes()))}` },
              goalsIn(growth()?.goalsAchieved ?? 0, growth()?.goalsAgreed ?? 0),
              { value: growth()?.reflections ?? 0, label: growth()?.reflections === 1 ? 'reflection written' : 'reflections written' },
              { value: growth()?.credentials ?? 0, label: growth()?.credentials === 1 ? 'certificate' : 'certificates' },
            ]}
          />
        </WhenLoaded>
        <Tabs
          label="Parts of your development"
          value={part()}
          onChange={(value) => setSearch({ part: value })}
          tabs={PARTS.map(({ value, label, part: Part }) => ({
            value,
            label,
            content: () => (
              <WhenFetched fallback={<Skeleton label={`Loading ${inSentence(label)}`} />}>
                <Part />
              </WhenFetched>
            ),
          }))}
        />
      </div>
    </div>
  );
}
