import { SuggestTo } from '../today/desk/suggest.js';
import MessagesScreen from '../today/desk/messages.screen.js';
import NewcomersScreen from '../today/desk/newcomers.screen.js';
import { WriteTo } from '../today/desk/write.js';
import { Correct } from '../import/correct.js';
import { Preview } from '../import/preview.js';
import { CalendarForm } from '../../shared/institutions/calendar-form.js';
import { CertificatesSection } from '../institution/certificates-section.js';
import { DetailsForm } from '../../shared/institutions/details-form.js';
import { CloseForm } from '../institution/close-form.js';
import { EraseOnRequest } from '../institution/erase-on-request.js';
import { SettingsForm } from '../institution/settings-form.js';
import { AddForm } from '../members/add-colleague.js';
import { ChangeEmail } from '../members/change-email.js';
import { JoinRecord } from '../members/join-record.js';
import MemberDialog from '../members/member-dialog.js';
import { Begin } from '../set-up/begin.js';
import { CoordinatorStep } from '../set-up/coordinator-step.js';
import { HubStep } from '../set-up/hub-step.js';
import { MailForm } from '../set-up/mail-form.js';
import type { StepProps } from '../set-up/step-props.js';
import type { EmptyForm } from './form.testing.js';

const none = () => undefined;
const MEMBER = { institution: 'n', person: 'asha', roles: [], from: '2025-09-01', lineManager: null, inductionTutor: null } as never;
const progress = {
  ...{ hubName: null, mail: 'sends' as const, publicUrl: 'http://hub' },
  schools: [
    {
      institution: 'n',
      name: 'Northfield',
      kind: 'school' as const,
      nation: 'england' as const,
      hasCalendar: false,
      hasCoordinator: false,
    },
  ],
};
const step: StepProps = { progress, loading: false, onNext: none, onChanged: none };
const issued = { credential: 'c', holder: 'Ben', as: 'mentee', on: '2026-03-06', revoked: null };
const mail = { by: 'outbox', settings: null, hasPassword: false, fixedFrom: null, testTo: 'ben@school.sch.uk' };
const NONE = { total: 0, of: [] };
const planned = {
  ...{ id: 'i', kind: 'staff', institution: 'n', status: 'planned', rows: 1, done: 0, notImported: 0, refused: [] },
  ...{ added: 0, updated: 0, unchanged: 0, asked: 0, foreseen: { added: 1, updated: 0, unchanged: 0, asked: 0, leftOut: 0 }, emails: 1 },
  ...{ encoding: 'utf-8', problems: [], problemsTotal: 0, rowsWithErrors: 0, sample: [], columns: [], columnsTotal: 0 },
  ...{
    headingsRow: 1,
    cells: [],
    remembered: [],
    comparison: { added: NONE, returning: NONE, changes: NONE, sameNames: NONE, gone: NONE, unread: NONE, undated: NONE },
  },
} as never;

/** The forms of people who manage a school or a hub. */
export const SCHOOL_FORMS: Readonly<Record<string, EmptyForm>> = {
  'a message': {
    ...{
      file: 'today/desk/write.tsx',
      screen: () => <WriteTo open onClose={none} to={['asha']} about="x" />,
      send: 'Send message',
      field: 'Message',
    },
  },
  'a reply to a message': {
    ...{ file: 'today/desk/conversation.tsx', screen: MessagesScreen, route: '/messages/:id', at: '/messages/w' },
    rows: [['message', 'w', { message: 'w', from: 'asha', to: 'ben', mentors: [], text: 'Hello', at: '2026-03-06T09:00:00.000Z' }]],
    ...{ send: 'Send message', field: /^Reply to/ },
  },
  'mentors to suggest': {
    ...{ file: 'today/desk/suggest.tsx', screen: () => <SuggestTo open onClose={none} to="asha" not={[]} /> },
    answers: {
      '/api/mentees': {
        mentors: [{ id: 'm', name: 'Mary', jobTitle: '', institutions: [], free: 2, reasons: [], toConsider: [] }],
        total: 1,
      },
    },
    ...{ send: 'Suggest mentor', field: /^Choose up to/ },
  },
  'when to invite': {
    file: 'today/desk/newcomers.screen.tsx',
    screen: NewcomersScreen,
    rows: [
      ['institution', 'n', { institution: 'n', trust: null, details: { name: 'Northfield', kind: 'school', nation: 'england' } }],
      ['newcomer', 'x', { institution: 'n', person: 'asha', invitedOn: null, since: '2026-01-01' }],
      ['newcomers', 'n', { institution: 'n', people: 1, notInvited: 1, plannedOn: null }],
    ],
    answers: {
      '/api/session': {
        ...{ person: 'ben', name: 'Ben', roles: ['coordinator'], demo: true },
        memberships: [{ institution: 'n', trust: null, roles: ['coordinator'] }],
      },
    },
    ...{ open: ['On a date'], send: 'Save date', field: 'Date' },
  },
  'when imported colleagues are told': {
    file: 'import/preview.tsx',
    screen: () => (
      <Preview
        preview={planned}
        where="Northfield"
        starting={false}
        reading={false}
        onConfirm={none}
        onSaid={async () => undefined}
        onBack={none}
        onLoad={async () => undefined}
      />
    ),
    ...{ open: [/^On a date/], send: /^Import/, field: 'Date' },
  },
  'a cell of a list': {
    file: 'import/correct.tsx',
    screen: () => (
      <Correct
        list="i-1"
        cell={{ row: 3, letter: 'B', column: 'Email', text: '' }}
        who="Ann"
        choices={[]}
        sent={false}
        onCorrect={async () => undefined}
      />
    ),
    ...{ open: ['Correct Email, row 3, Ann'], send: 'Save', field: 'Email, row 3' },
  },
  'term dates': {
    file: 'shared/institutions/calendar-form.tsx',
    screen: () => (
      <CalendarForm
        institutions={['n']}
        nation="england"
        terms={[{ name: 'Autumn', from: '2026-09-01', to: '2026-12-18' }] as never}
        closures={[]}
        submit="Save dates"
        onSent={none}
      />
    ),
    ...{ send: 'Save dates', empty: ['First day'], field: 'First day' },
  },
  'the withdrawal of a certificate': {
    ...{ file: 'institution/certificates-section.tsx', screen: () => <CertificatesSection institution="n" /> },
    answers: { '/api/institutions/n/certificates': { certificates: [issued], total: 1 } },
    ...{ open: [/^Withdraw/], send: 'Withdraw certificate', field: 'Why?' },
  },
  'a school': {
    file: 'shared/institutions/details-form.tsx',
    screen: () => <DetailsForm submit="Save" onSent={none} />,
    send: 'Save',
    field: 'Name',
  },
  'the closing of a school': {
    file: 'institution/close-form.tsx',
    screen: () => (
      <CloseForm
        of={{ institution: 'n', trust: null, details: { name: 'Northfield', kind: 'school', nation: 'england' } } as never}
        onSent={none}
        onCancel={none}
      />
    ),
    ...{ send: 'Close Northfield', empty: ['Closed from'], field: 'Closed from' },
  },
  'whose data to delete': {
    ...{ file: 'institution/erase-on-request.tsx', screen: EraseOnRequest, send: 'Find person', field: 'Their email address' },
  },
  'deleting a person’s data': {
    ...{ file: 'institution/erase-on-request.tsx', screen: EraseOnRequest },
    answers: { '/api/people/by-email': { person: 'asha', name: 'Asha Rahman', institutions: [] } },
    ...{ open: ['type:Their email address=asha@school.sch.uk', 'Find person'], send: 'Delete their data', field: /^Type/ },
  },
  'the settings of a school': {
    file: 'institution/settings-form.tsx',
    screen: () => (
      <SettingsForm
        institution="n"
        name="Northfield"
        settings={{ requestWindowDays: 5, discoverableBeyond: true } as never}
        onSent={none}
        onCancel={none}
      />
    ),
    ...{ send: 'Save settings', empty: ['Meetings for a certificate'], field: 'Meetings for a certificate' },
  },
  'a member': {
    file: 'members/change-member.tsx',
    screen: () => (
      <MemberDialog
        at={{ id: 'n', name: 'Northfield', roles: ['coordinator'] } as never}
        member={MEMBER}
        people={new Map()}
        onClose={none}
      />
    ),
    ...{ send: 'Save changes', empty: ['First day here'], field: 'First day here' },
  },
  'a new colleague': {
    file: 'members/add-colleague.tsx',
    screen: () => <AddForm at={{ id: 'n', name: 'Northfield' } as never} onClose={none} />,
    ...{ send: 'Add to Northfield', field: 'Name' },
  },
  'a member’s new email address': {
    file: 'members/change-email.tsx',
    screen: () => <ChangeEmail at="n" person="asha" name="Asha" onBack={none} onClose={none} />,
    ...{ send: 'Change email address', field: 'New email address' },
  },
  'another record of a member': {
    file: 'members/join-record.tsx',
    screen: () => <JoinRecord person="asha" name="Asha" onBack={none} onClose={none} />,
    ...{ send: 'Find record', field: 'Email address of the other record' },
  },
  'the first administrator': { file: 'set-up/begin.tsx', screen: () => <Begin token="t" />, send: 'Start set-up', field: 'Your name' },
  'the first coordinator': {
    ...{ file: 'set-up/coordinator-step.tsx', screen: () => <CoordinatorStep {...step} />, send: 'Add coordinator', field: 'Their name' },
  },
  'the name of a hub': { file: 'set-up/hub-step.tsx', screen: () => <HubStep {...step} />, send: 'Save and continue', field: 'Hub name' },
  'the mail server': {
    ...{
      file: 'set-up/mail-form.tsx',
      screen: () => <MailForm hubName={null} onSaved={none} onChanged={none} />,
      answers: { '/api/mail': mail },
    },
    ...{ send: 'Save and continue', field: 'Mail server' },
  },
};
