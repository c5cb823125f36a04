import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { createView, me } from '../../replica/index.js';
import { Link, PageHeader, Section, say, Skeleton } from '../../ui/index.js';
import { NameSection, StageSection, TeachingSection } from './about-sections.js';
import { sayWhatAskedSee } from '../../shared/people/say.js';
import { AimsSection } from './aims-section.js';
import { answersOf, nextSection, SECTIONS, type OwnProfile, type SectionId } from './answers.js';
import { HelpSection } from './help-section.js';
import { MentoringSection } from './mentoring-section.js';
import { OffersSection } from './offers-section.js';
import { TimesSection } from './times-section.js';
import { VisibilitySection } from './visibility-section.js';
import { WaysSection } from './ways-section.js';
import './profile.css';

const TITLES: Readonly<Record<SectionId, string>> = {
  name: 'Name and job',
  teaching: 'Phases and subjects',
  stage: 'Career stage',
  aims: 'What you want to work on',
  times: 'When you are available',
  help: 'What you can help with',
  ways: 'Ways of working',
  visibility: 'Who can find you',
  offers: 'Offers of help',
  mentoring: 'Requests to you',
};

/** One's own profile: sections that say what is known and open one at a time; each saves by itself, so that leaving loses nothing. */
export default function ProfileScreen(): JSX.Element {
  const own = createView('profile', me);
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader title="Your profile" lead={own() && sayHowToAnswer(own() as OwnProfile)} />
        <Show when={own()} fallback={<Skeleton lines={8} label="Loading your profile" />}>
          {(profile) => <Sections own={profile()} />}
        </Show>
      </div>
      <aside class="stack stack--loose aside-when-simple" aria-label="Who sees your profile">
        <Show when={own()}>{(profile) => <Seen own={profile()} />}</Show>
      </aside>
    </div>
  );
}

/** A person who has given all the answers is not asked for them. */
const sayHowToAnswer = (own: OwnProfile): string =>
  answersOf(own).every(({ given }) => given)
    ? 'Change anything when you like. Each part is saved by itself.'
    : 'You need eight answers to start. They take about 3 minutes. You can add the rest later.';

function Sections(props: { own: OwnProfile }): JSX.Element {
  const [params, setParams] = useSearchParams();
  const asked = () => SECTIONS.find((section) => section === params['section']);
  // A person who begins is led on from answer to answer; a person who comes back to change one thing is not.
  const beginning = nextSection(props.own) !== undefined;
  const [shut, setShut] = createSignal(false);
  const open = createMemo(() => asked() ?? (beginning && !shut() ? nextSection(props.own) : undefined));
  const show = (section: SectionId | undefined) => {
    setShut(section === undefined);
    setParams({ section }, { replace: true, scroll: false });
  };
  let place: HTMLDivElement | undefined;
  const backTo = (section: SectionId) => place?.querySelector<HTMLElement>(`[data-section="${section}"] .profile__head button`)?.focus();
  const close = (section: SectionId) => {
    show(undefined);
    queueMicrotask(() => backTo(section));
  };
  /** Another section was opened while this one was being saved: it stays open. */
  const leftFor = (section: SectionId) => asked() !== undefined && asked() !== section;
  const next = (section: SectionId) => (beginning ? nextSection(props.own, section) : undefined);
  const goOn = (section: SectionId) => {
    if (leftFor(section)) return;
    const following = next(section);
    show(following);
    if (!following) queueMicrotask(() => backTo(section));
  };
  const saved = (section: SectionId, words = 'Saved') =>
    say(leftFor(section) || next(section) || !beginning ? words : 'Saved. You have answered everything we need');
  const sectionProps = (section: SectionId) => ({
    title: TITLES[section],
    get own() {
      return props.own;
    },
    get open() {
      return open() === section;
    },
    get missing() {
      return answersOf(props.own).some((answer) => answer.section === section && !answer.given);
    },
    onOpen: () => show(section),
    onClose: () => close(section),
    onSent: () => goOn(section),
    onSaved: (words?: string) => saved(section, words),
  });
  return (
    <>
      <Progress own={props.own} />
      <div ref={(element: HTMLDivElement) => (place = element)}>
        <div data-section="name">
          <NameSection {...sectionProps('name')} />
        </div>
        <div data-section="teaching">
          <TeachingSection {...sectionProps('teaching')} />
        </div>
        <div data-section="stage">
          <StageSection {...sectionProps('stage')} />
        </div>
        <div data-section="aims">
          <AimsSection {...sectionProps('aims')} />
        </div>
        <div data-section="times">
          <TimesSection {...sectionProps('times')} />
        </div>
        <div data-section="help">
          <HelpSection {...sectionProps('help')} />
        </div>
        <Show when={props.own.offer}>
          <div data-section="mentoring">
            <MentoringSection {...sectionProps('mentoring')} />
          </div>
        </Show>
        <div data-section="ways">
          <WaysSection {...sectionProps('ways')} />
        </div>
        <div data-section="visibility">
          <VisibilitySection {...sectionProps('visibility')} />
        </div>
        <div data-section="offers">
          <OffersSection {...sectionProps('offers')} />
        </div>
      </div>
    </>
  );
}

/** How many of the eight are given, as stones passed and in words. */
function Progress(props: { own: OwnProfile }): JSX.Element {
  const answers = () => answersOf(props.own);
  const given = () => answers().filter((answer) => answer.given).length;
  return (
    <Show
      when={given() < answers().length}
      fallback={
        <p>
          You have given all eight answers. We use them to suggest mentors. <Link href="/find">Find a mentor</Link>
        </p>
      }
    >
      <div class="stack stack--tight">
        <p role="status">
          <strong>
            {given()} of {answers().length} answered
          </strong>
        </p>
        <div class="profile__stones" aria-hidden="true">
          {answers().map((answer) => (
            <span class={answer.given ? 'profile__stone profile__stone--on' : 'profile__stone'} />
          ))}
        </div>
      </div>
    </Show>
  );
}

const Seen = (props: { own: OwnProfile }) => (
  <>
    <Section title="What others see" level={3}>
      <p class="small muted">
        {props.own.offer
          ? 'People who can find you see your name, work, what you can help with and when you are available.'
          : `You do not offer mentoring, so you are not in the directory. ${sayWhatAskedSee('People you ask')}`}
      </p>
      <p class="small">
        <Link href="/profile/mirror">See what mentees see</Link>
      </p>
    </Section>
    <hr />
    <p class="small muted">
      {props.own.openToOffers
        ? 'Mentors who can find you can see what you want to work on, because you chose it. Your line manager and induction tutor cannot.'
        : 'Only you and the people you ask can see what you want to work on. You cannot ask your line manager or induction tutor.'}
    </p>
  </>
);
