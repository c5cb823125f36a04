import type { Request } from '../../shared/requests/sorted.js';

/** A request from Ben to Asha, for specs. */
export const requestOf = (change: Partial<{ [Key in keyof Request]: unknown }> = {}): Request =>
  ({
    request: 'r1',
    mentor: 'asha',
    mentee: 'ben',
    status: 'open',
    actsNext: 'mentor',
    note: 'I would like to begin lessons more calmly.',
    aims: ['exp-behaviour-classroom-routines-and-expectations'],
    times: [],
    messages: [],
    remindOn: '2026-03-10',
    answerBy: '2026-03-13',
    extended: false,
    reminded: false,
    askedAt: '2026-03-06T09:00:00.000Z',
    closedAt: null,
    reason: '',
    because: null,
    mentorship: null,
    ...change,
    // Ids and days are branded; specs write them as they are read.
  }) as Request;
