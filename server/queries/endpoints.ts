import { z } from 'zod';
import type { Endpoint } from './endpoint.js';
import { featureEndpoints } from './feature-endpoints.js';

/** How every answer that is no success looks. */
export const problem = z.object({
  code: z.string().describe('Stable: programs go by it.'),
  message: z.string().describe('A sentence for people.'),
  problems: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  reference: z.string().optional().describe('Also in the hub’s own log, where something failed unexpectedly.'),
});

const role = z.enum(['coordinator', 'leader', 'administrator']);
const session = z.object({
  person: z.string(),
  name: z.string(),
  memberships: z.array(z.object({ institution: z.string(), trust: z.string().nullable(), roles: z.array(role) })),
  roles: z.array(role),
  demo: z.boolean(),
  protocol: z.number().int(),
});
const email = z.string().max(254);
const healthAnswer = z.object({
  status: z.enum(['ok', 'damaged', 'failing']),
  log: z.enum(['waiting', 'checking', 'sound', 'damaged', 'unknown']),
  writes: z.enum(['ok', 'failing']),
  reads: z.enum(['ok', 'failing']),
  views: z.enum(['ok', 'failing']),
  clock: z.enum(['right', 'behind', 'ahead']),
});
const nothing = { description: 'Done, with no content.' };

/** The endpoints beside commands and views. A new route is added here: a test compares the two. */
export const endpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in.',
    signedIn: true,
    answers: { 200: { description: 'The session.', schema: session } },
  },
  {
    method: 'post',
    path: '/api/sign-in/code',
    summary: 'Sends a six-digit code, if the address is known. The answer is the same if it is not.',
    signedIn: false,
    body: z.object({ email }),
    answers: { 202: nothing },
  },
  {
    method: 'post',
    path: '/api/sign-in',
    summary: 'Signs in with the code.',
    signedIn: false,
    body: z.object({ email, code: z.string(), shared: z.boolean() }),
    answers: { 200: { description: 'Signed in. The session is in the cookie.', schema: z.object({ person: z.string() }) } },
  },
  {
    method: 'post',
    path: '/api/sign-in/again/code',
    summary: 'Sends a six-digit code to the email address of the person who is signed in, for what cannot be undone.',
    signedIn: true,
    answers: { 202: nothing },
  },
  {
    method: 'post',
    path: '/api/sign-in/again',
    summary: 'Counts this session as signed in now, with the code. What cannot be undone asks for a sign-in of the last 10 minutes.',
    signedIn: true,
    body: z.object({ code: z.string() }),
    answers: { 204: nothing },
  },
  {
    method: 'get',
    path: '/api/sign-in/hub',
    summary: 'What the hub is called, null until an administrator names it, and whether it emails codes.',
    signedIn: false,
    answers: { 200: { description: 'The name of the hub.', schema: z.object({ name: z.string().nullable(), leaves: z.boolean() }) } },
  },
  {
    method: 'get',
    path: '/api/sign-in/demo',
    summary: 'The demo people that a visitor can sign in as.',
    signedIn: false,
    answers: {
      200: {
        description: 'The people.',
        schema: z.object({ people: z.array(z.object({ person: z.string(), name: z.string(), what: z.string() })) }),
      },
    },
  },
  {
    method: 'post',
    path: '/api/sign-in/demo',
    summary: 'Signs in as one of them.',
    signedIn: false,
    body: z.object({ person: z.string(), shared: z.boolean().optional() }),
    answers: { 200: { description: 'Signed in.', schema: z.object({ person: z.string() }) } },
  },
  { method: 'post', path: '/api/sign-out', summary: 'Ends this session.', signedIn: false, answers: { 204: nothing } },
  {
    method: 'post',
    path: '/api/sign-out/everywhere',
    summary: 'Ends every session of the person.',
    signedIn: false,
    answers: { 204: nothing },
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'Whether the hub is running and can save, and what the last check of its log found.',
    signedIn: false,
    answers: {
      200: {
        description: 'It is running. With a damaged log it serves what is sound.',
        schema: healthAnswer,
      },
      503: {
        description: 'Nothing can be saved or the log cannot be read, or what is saved is not shown. Pages show what they showed before.',
        schema: healthAnswer,
      },
    },
  },
  {
    method: 'get',
    path: '/api/ready',
    summary: 'Whether this process should be sent requests: what it shows is no more than a minute old.',
    signedIn: false,
    answers: {
      200: { description: 'It is ready.', schema: z.object({ ready: z.boolean() }) },
      503: { description: 'It is catching up, or the log cannot be read.', schema: z.object({ ready: z.boolean() }) },
    },
  },
  {
    method: 'get',
    path: '/api/live',
    summary: 'Whether this process answers at all.',
    signedIn: false,
    answers: { 200: { description: 'It does.', schema: z.object({ live: z.boolean() }) } },
  },
  {
    method: 'get',
    path: '/api/status',
    summary: 'The status of the views, the reactors and the process. For administrators of the hub.',
    signedIn: true,
    answers: { 200: { description: 'The state of the hub.', schema: z.looseObject({}) } },
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description, for programs.',
    signedIn: true,
    answers: { 200: { description: 'OpenAPI 3.1.' } },
  },
  {
    method: 'get',
    path: '/api/docs',
    summary: 'This description, for people.',
    signedIn: true,
    answers: { 200: { description: 'A page.' } },
  },
  ...featureEndpoints,
];
