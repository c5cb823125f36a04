import { within } from '@alongside/domain/text/mid-sentence.js';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import { createRows, createView, me } from '../../replica/index.js';
import {
  Button,
  ButtonLink,
  ByKey,
  dayOf,
  EmptyState,
  calledName,
  Link,
  List,
  WhenLoaded,
  Notice,
  PageHeader,
  Row,
  sayDate,
  Section,
  Skeleton,
  WhenFetched,
} from '../../ui/index.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';
import { EarlierOffers, OffersMade } from './offers.js';
import { QuestionForMe, WaitingRequest } from './mentee-request.js';
import { MentorRequest } from '../../shared/requests/mentor-request.js';
import { sortedOffers } from '../../shared/requests/offers.js';
import { ResumeRequests, sayPaused } from '../../shared/requests/resume.js';
import { sayOwnSpace } from '../../shared/requests/say-yes.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { otherOf, sayClosed, sayEnd, sorted, type Request } from '../../shared/requests/sorted.js';
import '../../shared/requests/requests.css';

// Few are offered help on a day.
const OfferToMe = lazyPart(() => import('../../shared/requests/offer-to-me.js').then((part) => ({ default: part.OfferToMe })));

/** How much of what is over is shown at first. */
const OVER_SHOWN_ROWS = 8;

/** Requests, from both sides: what waits for me first, then what waits for others, then how the rest ended. */
export default function Requests(): JSX.Element {
  const asked = createRows('request', () => ({ mentee: me() }));
  const asking = createRows('request', () => ({ mentor: me() }));
  const offered = createRows('help-offer', () => ({ mentee: me() }));
  const offering = createRows('help-offer', () => ({ mentor: me() }));
  const [search] = useSearchParams<{ request?: string; offer?: string }>();
  const offers = createMemo(() => sortedOffers([...offered(), ...offering()], me(), search.offer));
  const all = createMemo(() => sorted([...asked(), ...asking()], me(), search.request));
  const [whole, setWhole] = createSignal(false);
  /** The one that a link led to, where it is over: first, for it says what became of it. */
  const named = () => all().over.find(({ request }) => request === search.request);
  const lost = () => search.request !== undefined && ![...asked(), ...asking()].some(({ request }) => request === search.request);
  const earlier = () => all().over.filter((request) => request !== named());
  const over = () => (whole() ? earlier() : earlier().slice(0, OVER_SHOWN_ROWS));
  const none = () => !all().mine.length && !all().theirs.length && !offers().toMe.length && !offers().mine.length;
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader title="Requests" lead="Requests sent and received, with dates to reply by." />
        <WhenLoaded of={[asked, asking, offered, offering]} kind="rows" label="Loading requests">
          <Show when={named()}>
            {(request) => (
              <Section title="The request you opened">
                <ul class="list" role="list">
                  <li>
                    <Over request={request()} />
                  </li>
                </ul>
              </Section>
            )}
          </Show>
          <Show when={lost()}>
            <Notice title="We could not find the request you opened">It may belong to another account. Your own requests are below.</Notice>
          </Show>
          <ByKey each={offers().toMe} key={({ helpOffer }) => helpOffer}>
            {(offer) => (
              <WhenFetched fallback={<Skeleton kind="card" label="Loading an offer" />}>
                <OfferToMe offer={offer()} />
              </WhenFetched>
            )}
          </ByKey>
          <ByKey each={all().mine} key={({ request }) => request}>
            {(request) => (
              <Show when={request().mentor === me()} fallback={<QuestionForMe request={request()} />}>
                <MentorRequest request={request()} />
              </Show>
            )}
          </ByKey>
          <Show when={all().theirs.length}>
            <Section title="Waiting for a reply">
              <ul class="list" role="list">
                <ByKey each={all().theirs} key={({ request }) => request}>
                  {(request) => (
                    <li class="room-around">
                      <WaitingRequest request={request()} asMentee={request().mentee === me()} />
                    </li>
                  )}
                </ByKey>
              </ul>
            </Section>
          </Show>
          <Show when={offers().mine.length}>
            <OffersMade of={offers().mine} />
          </Show>
          <Show when={none()}>
            <Nothing />
          </Show>
          <Show when={earlier().length}>
            <Section title="Earlier">
              <List each={over()}>{(request) => <Over request={request} />}</List>
              <Show when={over().length < earlier().length}>
                <div>
                  <Button tone="plain" onPress={() => setWhole(true)}>
                    Show all {earlier().length}
                  </Button>
                </div>
              </Show>
            </Section>
          </Show>
          <Show when={offers().over.length}>
            <EarlierOffers of={offers().over} />
          </Show>
        </WhenLoaded>
      </div>
      <aside class="stack stack--loose aside-when-simple" aria-label="Your space for mentees">
        <Places />
      </aside>
    </div>
  );
}

function Nothing(): JSX.Element {
  const own = createView('profile', me);
  return (
    <WhenLoaded of={[own]} label="Loading your requests">
      <Show
        when={own()?.offer}
        fallback={
          <EmptyState level={2} title="You have no open requests" action={<ButtonLink href="/find">Find a mentor</ButtonLink>}>
            When you ask a mentor, we show your request here. You can have {OPEN_REQUESTS_LIMIT} open requests at a time.
          </EmptyState>
        }
      >
        <Show
          when={own()?.paused}
          fallback={
            <EmptyState level={2} title="No requests to reply to">
              When a mentee asks you, we show their request here and on Today, and we’ll email you.
            </EmptyState>
          }
        >
          {(paused) => (
            <EmptyState level={2} title="No requests to reply to" action={<ResumeRequests />}>
              {sayPaused(paused())} No one can ask you until you resume.
            </EmptyState>
          )}
        </Show>
      </Show>
    </WhenLoaded>
  );
}

/** How a request ended, and what came of it. */
function Over(props: { request: Request }): JSX.Element {
  const who = createWho(() => otherOf(props.request, me()));
  const reserves = createView('request-reserves', () => (props.request.mentee === me() ? props.request.request : undefined));
  const passedOn = () => reserves()?.passedOnTo ?? undefined;
  const next = createWho(passedOn);
  const asMentee = () => props.request.mentee === me();
  return (
    <Row
      wrap
      start={<PersonAvatar of={otherOf(props.request, me())} />}
      title={<strong>{sayEnd(props.request, me(), calledName(who()))}</strong>}
      note={
        <>
          {sayDate(dayOf(props.request.closedAt ?? props.request.askedAt))}
          <Show when={asMentee() && passedOn()}> · we then asked {next().name}, your next choice</Show>
        </>
      }
      end={
        <Show
          when={props.request.mentorship}
          fallback={
            <Show
              when={
                asMentee() && !reserves.loading && !passedOn() && (props.request.status === 'declined' || props.request.status === 'lapsed')
              }
            >
              <Link href="/find" about={`instead of ${within(who().name)}`}>
                Find another mentor
              </Link>
            </Show>
          }
        >
          {(mentorship) => (
            <Link href={`/mentorships/${mentorship()}`} about={`with ${within(who().name)}`}>
              Open mentorship
            </Link>
          )}
        </Show>
      }
    >
      <Show when={props.request.because}>
        <p class="muted">{sayClosed(props.request, me(), calledName(who()))}</p>
      </Show>
      <Show when={props.request.reason}>
        <p class="muted">“{props.request.reason}”</p>
      </Show>
    </Row>
  );
}

/** A mentor's places, beside what is asked of them. */
function Places(): JSX.Element {
  const caseload = createView('caseload', me);
  const own = createView('profile', me);
  return (
    <Show when={own()?.offer && caseload()}>
      {(load) => (
        <Section title="Your space for mentees" level={3}>
          <Show when={own()?.paused}>
            {(paused) => (
              <>
                <p class="small">{sayPaused(paused())}</p>
                <div>
                  <ResumeRequests />
                </div>
              </>
            )}
          </Show>
          <p class="small muted">
            {sayOwnSpace(load().places - load().taken)} <Link href="/profile?section=mentoring">Change or pause</Link>
          </p>
          <p class="small">
            <Link href="/mentees">Teachers you could help</Link>
          </p>
        </Section>
      )}
    </Show>
  );
}
