import Address from '../address/address.screen.js';
import { suggested, suggestions } from '../find/examples.js';
import Ask from '../mentors/ask.screen.js';
import { CertificateNameNotice } from '../../shared/people/certificate-name.js';
import { EraseMe } from '../privacy/erase-me.js';
import { newcomer, settled } from '../profile/examples.js';
import ProfileScreen from '../profile/profile.screen.js';
import { ReplyForm } from '../../shared/requests/reply-form.js';
import SignIn from '../sign-in/sign-in.screen.js';
import { SignInAgain } from '../../shared/sign-in-again.js';
import JoinRecords from '../joining/joining.screen.js';
import Verify from '../verify/verify.screen.js';
import { createSending } from '../../replica/index.js';
import type { EmptyForm } from './form.testing.js';

const none = () => undefined;
const profile = (own: object, section: string) => ({
  ...{ screen: ProfileScreen, route: '/profile', at: `/profile?section=${section}` },
  ...{ rows: [['profile', 'ben', own]] as const, send: /^Save|^Pause/ },
});

function Reply() {
  const sending = createSending();
  return (
    <ReplyForm
      about="x"
      label="Your question"
      send="Send"
      field="text"
      limit={600}
      sending={sending}
      onSend={async () => undefined}
      onBack={none}
    />
  );
}

/** The forms about oneself: signing in, a profile, asking, leaving. */
export const PERSON_FORMS: Readonly<Record<string, EmptyForm>> = {
  'signing in': { file: 'sign-in/sign-in.screen.tsx', screen: SignIn, send: 'Send code', field: /email address/i },
  'the code of a sign-in': {
    ...{ file: 'sign-in/sign-in.screen.tsx', screen: SignIn, answers: { '/api/sign-in/code': {} } },
    ...{ open: ['type:Your email address=ben@school.sch.uk', 'Send code'], send: 'Sign in', field: 'Code' },
  },
  'a new email address': {
    ...{
      file: 'address/address.screen.tsx',
      screen: Address,
      rows: [['profile', 'ben', settled]],
      send: 'Send code',
      field: 'New email address',
    },
  },
  'the code of a new email address': {
    ...{ file: 'address/address.screen.tsx', screen: Address, rows: [['profile', 'ben', settled]], answers: { '/api/address/code': {} } },
    ...{ open: ['type:New email address=new@school.sch.uk', 'Send code'], send: 'Change email address', field: 'Code' },
  },
  'another record of one’s own': {
    ...{ file: 'joining/joining.screen.tsx', screen: JoinRecords, rows: [['profile', 'ben', settled]] },
    ...{ send: 'Send code', field: 'Email address of your other record' },
  },
  'the code before something that cannot be undone': {
    file: 'shared/sign-in-again.tsx',
    screen: () => <SignInAgain goOn="Join records" onDone={none} onBack={none} />,
    answers: { '/api/sign-in/again/code': {} },
    ...{ open: ['Send code'], send: 'Join records', field: 'Code' },
  },
  'the code of another record': {
    ...{ file: 'joining/joining.screen.tsx', screen: JoinRecords, answers: { '/api/joining/code': {} } },
    ...{ open: ['type:Email address of your other record=new@school.sch.uk', 'Send code'], send: 'Join records', field: 'Code' },
  },
  'checking a certificate': {
    ...{
      file: 'verify/verify.screen.tsx',
      screen: Verify,
      route: '/verify/:code?',
      at: '/verify',
      send: 'Check certificate',
      field: /^Code/,
    },
  },
  'the name of a profile': { file: 'profile/about-forms.tsx', ...profile(settled, 'name'), empty: ['Your name'], field: 'Your name' },
  'the job of a profile': { file: 'profile/about-forms.tsx', ...profile(newcomer, 'name'), field: 'Your job' },
  'the phases of a profile': { file: 'profile/about-forms.tsx', ...profile(newcomer, 'teaching'), field: /^Phases/ },
  'the stage of a profile': { file: 'profile/about-forms.tsx', ...profile(newcomer, 'stage'), field: 'Career stage' },
  'what one wants to work on': { file: 'profile/aims-form.tsx', ...profile(newcomer, 'aims'), field: /^What you want to work on/ },
  'when one could meet': { file: 'profile/times-form.tsx', ...profile(newcomer, 'times'), field: /^When could you meet/ },
  'an offer to mentor': {
    ...{ file: 'profile/help-form.tsx', ...profile(newcomer, 'help'), open: [/^I offer mentoring/], field: /^What you can help with/ },
  },
  'the end of a pause': {
    file: 'profile/pause-form.tsx',
    ...profile({ ...settled, offer: { careerStages: [], note: '' }, places: 2 }, 'mentoring'),
    ...{ open: ['Until a date'], empty: ['First day for new requests'], field: 'First day for new requests' },
  },
  'a request to a mentor': {
    ...{ file: 'mentors/ask.screen.tsx', screen: Ask, route: '/mentors/:person/ask', at: '/mentors/asha/ask' },
    rows: [['profile', 'ben', { ...settled, aims: [] }]],
    answers: { '/api/suggestions/asha': suggested('asha', 'Asha Rahman'), '/api/suggestions': suggestions() },
    ...{ send: 'Ask Asha', empty: ['Your note'], field: 'Your note' },
  },
  'a reply to a request': { file: 'shared/requests/reply-form.tsx', screen: Reply, send: 'Send', field: 'Your question' },
  'the name on a certificate': {
    ...{ file: 'shared/people/certificate-name.tsx', screen: CertificateNameNotice, rows: [['profile', 'ben', settled]] },
    answers: { '/api/certificate-name': { name: 'Ben', missing: ['ꙮ'], printed: null, missingInPrinted: [] } },
    ...{ send: 'Save name to print', field: 'Name to print' },
  },
  'deleting an account': {
    ...{ file: 'privacy/erase-me.tsx', screen: () => <EraseMe name="Ben" />, open: ['Delete my account'] },
    ...{ send: 'Delete my account', field: /^Type/ },
  },
};
