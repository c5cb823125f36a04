import { within } from '@alongside/domain/text/mid-sentence.js';
import { createEffect, createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { halfTermOf, type HalfTerm } from '@alongside/domain/uk/half-term.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { createAnswer, createRows, createView, me } from '../../../replica/index.js';
import { Button, ButtonLink, calledName, dayAfter, dayOf, Link, sayDate, Section, Skeleton } from '../../../ui/index.js';
import type { LookingAnswer } from '../../../shared/programme/looking-answer.js';
import type { TimelineAnswer } from '../../../shared/programme/history-answers.js';
import { createInstitutions, holds, type InstitutionChoice } from '../../../shared/institutions/places.js';
import { createWho } from '../../../shared/people/person-name.js';
import { barOf, headingOf, leadOf, pulseOf, sayBar, standsOut, WHERE_COUNTED, type SchoolPulse } from './leader-words.js';
import { notMetPath, sayNotMet } from '../../../shared/programme/not-met.js';
import { NotMet } from './not-met.js';
import { WriteTo } from './write.js';
import './desk.css';

const YEAR_DAYS = 364;

/** How mentoring goes where a person leads: what stands out, where, and what to do. */
export default function Leader(props: { onHeading: (heading: string) => void; titled: boolean }): JSX.Element {
  const all = createInstitutions({ roles: ['leader'], schools: true, hub: false });
  const at = createMemo(() => all().find((one) => holds('leader', one)));
  return (
    <Show when={at()} fallback={<Skeleton kind="card" label="Loading your programme" />} keyed>
      {(own) => <LeaderOf at={own} all={all()} onHeading={props.onHeading} titled={props.titled} />}
    </Show>
  );
}

function LeaderOf(props: {
  at: InstitutionChoice;
  all: readonly InstitutionChoice[];
  onHeading: (heading: string) => void;
  titled: boolean;
}): JSX.Element {
  const rows = createRows('pulse', () => ({}));
  const institution = createView('institution', () => props.at.id);
  const term = createMemo(() => halfTermOf(institution() ?? { terms: [], closures: [] }, dayOf() as Day));
  // Another figure each day: nothing that happens meanwhile changes it. Nothing waits for it, either.
  const looking = createAnswer<LookingAnswer>(() => `/api/looking?on=${dayOf()}`);
  const pulse = (id: string, name: string) =>
    pulseOf(
      rows().find((row) => row.institution === id),
      id,
      name,
      term().from,
      looking.data()?.institutions[id],
    );
  const whole = () => pulse(props.at.id, props.at.name);
  const schools = createMemo(() => props.all.filter(({ trust }) => trust === props.at.id).map(({ id, name }) => pulse(id, name)));
  const out = createMemo(() => standsOut(schools().length ? schools() : [whole()]));
  const known = () => !rows.loading && !institution.loading;
  const heading = () => headingOf(whole(), term().said);
  createEffect(() => {
    if (known()) props.onHeading(heading());
  });
  onCleanup(() => props.onHeading(''));
  const body = () => (
    <>
      <p class="page-header__lead">{leadOf(out(), whole(), term().said)}</p>
      <NotMet of={whole()} term={term()} />
      <Show when={schools().length}>
        <Section title="Pairs who met, by school" level={props.titled ? 3 : 2}>
          <Bars of={schools()} at={props.at.id} term={term()} />
        </Section>
      </Show>
      <WhatToDo at={props.at} of={schoolOf(out())} />
      <p class="small muted">{WHERE_COUNTED}</p>
      <LookBack at={props.at.id} />
    </>
  );
  return (
    <Show when={known()} fallback={<Skeleton kind="card" label="Loading your programme" />}>
      <Show when={props.titled} fallback={<div class="stack stack--loose">{body()}</div>}>
        <Section title={heading()}>{body()}</Section>
      </Show>
    </Show>
  );
}

const schoolOf = (out: ReturnType<typeof standsOut>): SchoolPulse | undefined => (out.by === 'nothing' ? undefined : out.school);

/** Bars for the eye, and each school’s figures as text beside its name, which leads to the pairs that have not met. */
const Bars = (props: { of: readonly SchoolPulse[]; at: string; term: HalfTerm }): JSX.Element => (
  <dl class="desk__bars">
    <For each={props.of}>
      {(school) => (
        <div class="desk__bar">
          <dt>
            <Show when={school.pairs > school.met} fallback={school.name}>
              <Link href={notMetPath(props.at, school.id)}>
                {school.name}
                <span class="unseen">: see who. {sayNotMet(school.pairs - school.met, props.term)}</span>
              </Link>
            </Show>
          </dt>
          <div class="desk__track" aria-hidden="true" classList={{ 'desk__track--none': !barOf(school) }}>
            <Show when={barOf(school)}>
              {(bar) => (
                <div
                  class="desk__fill"
                  classList={{ 'desk__fill--low': bar().low }}
                  style={{ width: `${Math.round(bar().share * 100)}%` }}
                />
              )}
            </Show>
          </div>
          <dd>
            {sayBar(school)}
            <Show when={barOf(school)}>
              <span class="unseen"> pairs met</span>
            </Show>
          </dd>
        </div>
      )}
    </For>
  </dl>
);

/** Write to those who coordinate there, or look for mentors. */
function WhatToDo(props: { at: InstitutionChoice; of: SchoolPulse | undefined }): JSX.Element {
  const school = createView('coordinators', () => props.of?.id ?? props.at.id);
  const trust = createView('coordinators', () => props.at.id);
  const coordinator = () => [...(school()?.coordinators ?? []), ...(trust()?.coordinators ?? [])].find((person) => person !== me());
  const who = createWho(() => coordinator());
  const [writing, setWriting] = createSignal(false);
  const directory = () => `/directory?free=1${props.at.kind === 'trust' ? `&trust=${encodeURIComponent(props.at.id)}` : ''}`;
  return (
    <div class="line line--wrap">
      <Show when={coordinator() && calledName(who())}>
        {(name) => (
          <Button onPress={() => setWriting(true)}>
            Write to {within(name())}
            <Show when={props.of}>{(of) => <>, coordinator for {of().name}</>}</Show>
          </Button>
        )}
      </Show>
      <ButtonLink tone="quiet" href={directory()}>
        See mentors who have space
      </ButtonLink>
      <ButtonLink tone="quiet" href={`/programme?at=${props.at.id}`}>
        Open programme
      </ButtonLink>
      <Show when={writing() && coordinator()}>
        {(to) => <WriteTo open onClose={() => setWriting(false)} to={[to()]} about={`leader:${props.of?.id ?? props.at.id}`} />}
      </Show>
    </div>
  );
}

/** The programme a year ago, or half a year, as far as its history goes back. */
function LookBack(props: { at: string }): JSX.Element {
  const line = createAnswer<TimelineAnswer>(() => `/api/history/${encodeURIComponent(props.at)}`, { ofOthers: true });
  const day = () => {
    const from = line.data()?.from;
    return from === undefined
      ? undefined
      : [YEAR_DAYS, YEAR_DAYS / 2, YEAR_DAYS / 4].map((back) => dayAfter(dayOf(), -back)).find((one) => one >= from);
  };
  return (
    <Show when={day()}>
      {(on) => (
        <p class="small">
          <Link href={`/history?at=${props.at}&on=${on()}`}>{`See your programme on ${sayDate(on())}`}</Link>
        </p>
      )}
    </Show>
  );
}
