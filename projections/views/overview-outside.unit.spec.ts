import { happened, given } from '../testing/given-events.js';
import { outsideId } from './outside-id.js';
import { overviewView } from './overview.view.js';

const school = { institutions: ['oakfield'] };
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: null, aims: [] }, school);
const inTrust = { institution: 'oakfield', trust: 'riverbank' };
const audience = (...events: Parameters<typeof given>[1]) => given(overviewView, [started, ...events]).audience(outsideId('oakfield'));

test('[R7] what may leave the hub is for its administrators, and for those who look after it or its trust to take along', () => {
  const own = ['administrators', 'coordinators', 'leaders'].map((suffix) => `institution:oakfield#${suffix}`);
  const trusts = ['coordinators', 'leaders'].map((suffix) => `institution:riverbank#${suffix}`);
  expect(audience()).toEqual(own);
  expect(audience(happened('TrustJoined', inTrust))).toEqual([...own, ...trusts]);
  expect(audience(happened('TrustJoined', inTrust), happened('TrustLeft', inTrust))).toEqual(own);
});
