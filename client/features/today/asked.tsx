import { Show, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import type { Move } from '@alongside/domain/mentorships/whose-move.js';
import type { ViewRows } from '../../replica/index.js';
import { ByKey, Skeleton, WhenFetched } from '../../ui/index.js';
import { NextMove } from './move-of.js';

// Focus areas have long lists of names: only mentors who are asked fetch them.
const MentorRequest = lazyPart(() => import('../../shared/requests/mentor-request.js').then((part) => ({ default: part.MentorRequest })));

type Request = ViewRows['request'];

const requestOf = (move: Move, requests: readonly Request[]): Request | undefined =>
  move.kind === 'answer-request' ? requests.find(({ request }) => request === move.request) : undefined;

const Asked = (props: { request: Request }) => (
  <WhenFetched fallback={<Skeleton kind="card" label="Loading a request" />}>
    <MentorRequest request={props.request} brief />
  </WhenFetched>
);

/** The next thing to do, drawn large; a request with everything that its answer takes. */
export const FirstMove = (props: { move: Move; requests: readonly Request[] }): JSX.Element => (
  <Show when={requestOf(props.move, props.requests)} fallback={<NextMove move={props.move} />}>
    {(request) => (
      <ByKey each={[request()]} key={({ request: id }) => id}>
        {(one) => <Asked request={one()} />}
      </ByKey>
    )}
  </Show>
);

/** Requests that are not the first thing to do can be answered here as well. */
export const AskedToo = (props: { moves: readonly Move[]; requests: readonly Request[] }): JSX.Element => (
  <ByKey each={props.moves.flatMap((move) => requestOf(move, props.requests) ?? [])} key={({ request }) => request}>
    {(request) => <Asked request={request()} />}
  </ByKey>
);
