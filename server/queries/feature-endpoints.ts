import { z } from 'zod';
import { mailSettings } from '../mail/mail-settings.js';
import type { Endpoint } from './endpoint.js';

// What these answer is typed in their own controllers; here it is said in words.
const answer = (description: string, status = 200): Endpoint['answers'] => ({ [status]: { description, schema: z.looseObject({}) } });
const get = (path: string, summary: string, what: string, query: Endpoint['query'] = {}): Endpoint => ({
  method: 'get',
  path,
  summary,
  signedIn: true,
  query,
  answers: answer(what),
});
const file = (path: string, summary: string, type: string): Endpoint => ({
  method: 'get',
  path,
  summary,
  signedIn: true,
  answers: { 200: { description: `A file of the type ${type}.` } },
});

/** Endpoints for what is worked out, not kept: suggestions, histories, files, imports. */
export const featureEndpoints: readonly Endpoint[] = [
  get(
    '/api/directory',
    'Those who offer mentoring, by words and facets.',
    'A page of people, how many there are, and what the facets hold.',
    {
      q: 'Words to find.',
      phase: 'A phase of the taxonomy; may be repeated, as every facet may.',
      limit: 'How many people a page has.',
      offset: 'How many people come before it.',
    },
  ),
  get('/api/suggestions', 'Three mentors for oneself, each for a different reason where possible.', 'People with reasons for and against.'),
  get('/api/suggestions/{mentor}', 'What speaks for and against one mentor.', 'The person with reasons.'),
  get(
    '/api/mentees/{mentee}/mentors',
    'To those who coordinate where a mentee belongs: mentors who have space, best first.',
    'Mentors with reasons for and against, and how many there are.',
    { q: 'Words to find.' },
  ),
  get(
    '/api/requests/{request}/reasons',
    'To the mentor: what speaks for and against a request, and offered times that both can make.',
    'Reasons.',
  ),
  get('/api/mentorships/{mentorship}/match', 'To the pair: why these two, and how they would meet.', 'The match.'),
  get('/api/mentorships/{mentorship}/times', 'Times that both of a pair could make.', 'Times.', { minutes: 'How long the meeting is.' }),
  file('/api/certificates/{credential}.pdf', 'Your own certificate.', 'application/pdf'),
  get(
    '/api/certificate-name',
    'Whether certificates can print your name.',
    'The name, the name to print, and letters of each that no font has.',
  ),
  { ...get('/api/verify/{code}', 'Checks the code of a certificate.', 'What the certificate states.'), signedIn: false },
  file('/api/meetings/{meeting}.ics', 'A booked meeting for any calendar.', 'text/calendar'),
  file('/api/my-record.json', 'Everything that the hub holds about you, to download.', 'application/json'),
  get('/api/history/{institution}', 'The days of a programme in plain sentences.', 'The timeline.'),
  get('/api/history/{institution}/{day}', 'The programme as it stood on a day.', 'Its figures, and what happened that week.'),
  {
    method: 'post',
    path: '/api/imports',
    summary: 'Reads a spreadsheet or a CSV file and shows what would change. Nothing is saved yet.',
    signedIn: true,
    query: {
      kind: 'institutions or staff',
      institution: 'Where the staff belong.',
    },
    answers: answer('The rows as they were read, and their problems.'),
  },
  {
    method: 'post',
    path: '/api/imports/{id}/confirm',
    summary: 'Imports the rows that were shown.',
    signedIn: true,
    answers: answer('How far it is.', 202),
  },
  {
    method: 'post',
    path: '/api/imports/{id}/columns',
    summary: 'Says what columns of a staff list hold that were not recognised, and corrects single cells.',
    signedIn: true,
    answers: answer('The rows as they were read, and their problems.'),
  },
  get('/api/imports/{id}', 'How far an import is.', 'Its progress.'),
  get(
    '/api/imports/{id}/preview',
    'To whoever brought a file: what it would do, or has done, once more.',
    'The rows as they were understood, what is wrong with them, and how far it is.',
  ),
  {
    method: 'delete',
    path: '/api/imports/{id}',
    summary: 'Stops an import.',
    signedIn: true,
    answers: answer('How far it came.'),
  },
  {
    method: 'post',
    path: '/api/status/rebuild',
    summary: 'For administrators of the hub: rebuilds a view from the log, while its present rows are still read.',
    signedIn: true,
    answers: answer('The view that is being rebuilt.', 202),
  },
  {
    method: 'post',
    path: '/api/set-up/begin',
    summary: 'The holder of the set-up link becomes the first administrator.',
    signedIn: false,
    body: z.object({
      token: z.string(),
      name: z.string(),
      email: z.string(),
    }),
    answers: answer('Signed in. The session is in the cookie.'),
  },
  get('/api/set-up', 'To administrators of the hub: how far the set-up is.', 'What is named, sent and set.'),
  get(
    '/api/institutions',
    'Schools, trusts and colleges by how the words of their names begin.',
    'A page of them, and how many there are.',
    {
      q: 'Words of a name, a town, a postcode or a number.',
      kind: 'school, trust or college.',
      offset: 'How many come before the page.',
    },
  ),
  get(
    '/api/institutions/{id}/certificates',
    'To those who may withdraw them: the certificates that were issued here.',
    'The newest, and how many there are.',
  ),
  {
    method: 'post',
    path: '/api/people/by-email',
    summary: 'For administrators of the hub: who signs in with an address.',
    signedIn: true,
    body: z.object({ email: z.string() }),
    answers: answer('The person.'),
  },
  get('/api/people/{person}/email', 'To those who may change it: the email address that a member signs in with.', 'The address.'),
  get('/api/people/emails', 'The same of several people: only of those whose address the reader may change.', 'The addresses by id.', {
    ids: 'At most 50 people, separated by commas.',
  }),
  get(
    '/api/joining',
    'The other records that you are asked about: whether they are yours as well.',
    'Each with its name and where it belongs.',
  ),
  {
    method: 'post',
    path: '/api/joining/find',
    summary: 'To administrators of both: whose record an address is, before its person is asked to join it with another.',
    signedIn: true,
    body: z.object({ record: z.string(), email: z.string() }),
    answers: answer('The record, its name and where it belongs.'),
  },
  {
    method: 'post',
    path: '/api/joining/code',
    summary: 'Sends a six-digit code to the address of another record of one’s own.',
    signedIn: true,
    body: z.object({ email: z.string() }),
    answers: { 202: { description: 'Sent. The answer is the same where no record has the address.' } },
  },
  {
    method: 'post',
    path: '/api/joining',
    summary: 'Joins one’s own two records, with the code. It cannot be undone.',
    signedIn: true,
    body: z.object({ email: z.string(), code: z.string() }),
    answers: answer('The position from which the two are one.'),
  },
  {
    method: 'post',
    path: '/api/address/code',
    summary: 'Sends a six-digit code to a new email address of one’s own.',
    signedIn: true,
    body: z.object({ email: z.string() }),
    answers: { 202: { description: 'Sent. The answer is the same where another person has the address.' } },
  },
  {
    method: 'post',
    path: '/api/address',
    summary: 'Changes one’s own email address, with the code.',
    signedIn: true,
    body: z.object({
      email: z.string(),
      code: z.string(),
    }),
    answers: answer('The position from which reads know the new address.'),
  },
  get('/api/mail', 'To administrators of the hub: how mail is sent. Never the password.', 'The settings.'),
  get('/api/mail/invitation', 'To coordinators and administrators: the invitation as a colleague would get it.', 'Its subject and words.', {
    at: 'The school to which they are invited. Without it: one that the reader administers, or belongs to.',
  }),
  {
    method: 'post',
    path: '/api/mail',
    summary: 'Replaces the mail settings. They apply at once.',
    signedIn: true,
    body: mailSettings.partial({ password: true }),
    answers: { 204: { description: 'Done, with no content.' } },
  },
  {
    method: 'delete',
    path: '/api/mail',
    summary: 'Saves mail in the outbox again.',
    signedIn: true,
    answers: { 204: { description: 'Done, with no content.' } },
  },
  {
    method: 'post',
    path: '/api/mail/test',
    summary: 'Sends a test message to your own address, with these settings, or with those in use where none are given.',
    signedIn: true,
    body: mailSettings.partial(),
    answers: answer('Where it went.'),
  },
  { ...get('/api/outbox', 'The emails of the demo, where no mail server is named.', 'Emails, newest first.'), signedIn: false },
];
