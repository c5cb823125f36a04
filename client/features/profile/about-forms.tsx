import { createSignal, type JSX } from 'solid-js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { Combobox, SelectField, TextArea, TextField } from '../../ui/index.js';
import { createOwnNation } from '../../shared/institutions/own-nation.js';
import { ownNow } from '../../shared/people/own-now.js';
import { described, isAskedSubject } from './answers.js';
import { ownNationFirst, ROLE_OPTIONS, SETTING_OPTIONS, STAGE_OPTIONS } from './options.js';
import { SectionForm, type OwnSectionProps as Props } from './section-frame.js';

const ABOUT_LIMIT_CHARACTERS = 1_200;
const LIST_LIMIT = 8;
const SETTINGS_LIMIT = 6;

const NAME_PARTS = ['title', 'given', 'addressed'] as const;

/** Name, how to be addressed, job and a few words. */
export function NameForm(props: Props): JSX.Element {
  const sending = createSending();
  const draft = createFormDraft(() => 'profile:name', {
    name: props.own.name,
    title: props.own.names.title ?? '',
    given: props.own.names.given ?? '',
    addressed: props.own.names.addressed ?? '',
    job: props.own.profile?.jobTitle ?? '',
    roles: [...(props.own.profile?.roles ?? [])] as readonly string[],
    about: props.own.profile?.about ?? '',
  });
  const [name, setName] = draft.field('name');
  const [title, setTitle] = draft.field('title');
  const [given, setGiven] = draft.field('given');
  const [addressed, setAddressed] = draft.field('addressed');
  const [job, setJob] = draft.field('job');
  const [roles, setRoles] = draft.field('roles');
  const [about, setAbout] = draft.field('about');
  const [missing, setMissing] = createSignal<{ name?: string; job?: string }>({});
  const save = async () => {
    const { person } = props.own;
    setMissing({
      ...(name().trim() ? {} : { name: 'Enter your name.' }),
      ...(job().trim() ? {} : { job: 'Enter your job, such as Teacher of mathematics.' }),
    });
    if (missing().name || missing().job) return;
    // A name for print stands in for one name: another name may need none, or another.
    const before = ownNow(props.own);
    const printed = name().trim() === before.name ? (before.names.printed ?? '') : '';
    const said = { ...before.names, printed, title: title().trim(), given: given().trim(), addressed: addressed().trim() };
    const names = Object.fromEntries(Object.entries(said).filter(([, part]) => part));
    const renamed = name().trim() !== before.name || NAME_PARTS.some((part) => (names[part] ?? '') !== (before.names[part] ?? ''));
    if (renamed && !(await sending.send('RenamePerson', { person, name: name(), names }))) return;
    const profile = described(ownNow(props.own), { jobTitle: job().trim(), about: about().trim(), roles: [...roles()] });
    if (!(await sending.send('DescribeProfile', { person, profile }, { draft, after: sending, saved: () => props.onSaved() }))) return;
    props.onSent();
  };
  return (
    <SectionForm
      draft={draft}
      sending={sending}
      fields={['name', ...NAME_PARTS.map((part) => `names.${part}`), 'profile.jobTitle', 'profile.about', 'profile.roles']}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <TextField
        label="Your name"
        hint="As colleagues know you."
        autocomplete="name"
        value={name()}
        onInput={setName}
        error={missing().name ?? sending.problem('name')}
      />
      <TextField
        label="Title"
        optional
        hint="Such as Ms, Mr, Mx or Dr."
        autocomplete="honorific-prefix"
        value={title()}
        onInput={setTitle}
        error={sending.problem('names.title')}
      />
      <TextField
        label="Given name"
        optional
        hint="We use it when we write about you, such as “Asha said yes”."
        autocomplete="given-name"
        value={given()}
        onInput={setGiven}
        error={sending.problem('names.given')}
      />
      <TextField
        label="What to call you"
        optional
        hint="If it is not your given name, such as Mrs Ray or Annie."
        autocomplete="nickname"
        value={addressed()}
        onInput={setAddressed}
        error={sending.problem('names.addressed')}
      />
      <TextField
        label="Your job"
        hint="In your own words, such as Teacher of mathematics or Head of Year 8."
        autocomplete="organization-title"
        value={job()}
        onInput={setJob}
        error={missing().job ?? sending.problem('profile.jobTitle')}
      />
      <Combobox
        label="What you do"
        optional
        hint="This helps you find people who have done the same job."
        values={roles()}
        onChange={setRoles}
        options={ROLE_OPTIONS}
        limit={LIST_LIMIT}
      />
      <TextArea
        label="About you"
        optional
        hint="What you care about, and what you did before. Do not include details about pupils."
        rows={3}
        limit={ABOUT_LIMIT_CHARACTERS}
        value={about()}
        onInput={setAbout}
        error={sending.problem('profile.about')}
      />
    </SectionForm>
  );
}

/** Phases, subjects and the kind of setting. */
export function TeachingForm(props: Props): JSX.Element {
  const nation = createOwnNation();
  const sending = createSending();
  const draft = createFormDraft(() => 'profile:teaching', {
    phases: [...(props.own.profile?.phases ?? [])] as readonly string[],
    subjects: [...(props.own.profile?.subjects ?? [])] as readonly string[],
    settings: [...(props.own.profile?.settings ?? [])] as readonly string[],
  });
  const [phases, setPhases] = draft.field('phases');
  const [subjects, setSubjects] = draft.field('subjects');
  const [settings, setSettings] = draft.field('settings');
  const [missing, setMissing] = createSignal(false);
  const save = async () => {
    setMissing(phases().length === 0);
    if (missing()) return;
    const profile = described(ownNow(props.own), { phases: [...phases()], subjects: [...subjects()], settings: [...settings()] });
    if (!(await sending.send('DescribeProfile', { person: props.own.person, profile }, { draft, saved: () => props.onSaved() }))) return;
    props.onSent();
  };
  return (
    <SectionForm draft={draft} sending={sending} fields={[]} onSave={() => void save()} onClose={props.onClose}>
      <Combobox
        label="Phases"
        hint="Where you work most of the week. Type a year, such as Year 9 or P4."
        error={missing() ? 'Choose a phase.' : undefined}
        values={phases()}
        onChange={setPhases}
        options={ownNationFirst('phases', nation())}
        limit={LIST_LIMIT}
      />
      <Combobox
        label="Subjects"
        optional={!isAskedSubject(props.own.profile?.roles ?? [])}
        hint="Leave this empty if you do not teach a subject."
        values={subjects()}
        onChange={setSubjects}
        options={ownNationFirst('subjects', nation())}
        limit={LIST_LIMIT}
      />
      <Combobox
        label="Kind of setting"
        optional
        values={settings()}
        onChange={setSettings}
        options={SETTING_OPTIONS}
        limit={SETTINGS_LIMIT}
      />
    </SectionForm>
  );
}

const YEAR = /^(19|20)\d\d$/;

/** Where a person is in their career. */
export function StageForm(props: Props): JSX.Element {
  const sending = createSending();
  const draft = createFormDraft(() => 'profile:stage', {
    stage: props.own.profile?.careerStage ?? '',
    since: String(props.own.profile?.inEducationSince ?? ''),
  });
  const [stage, setStage] = draft.field('stage');
  const [since, setSince] = draft.field('since');
  const [wrong, setWrong] = createSignal<{ stage?: string; since?: string }>({});
  const save = async () => {
    const year = since().trim();
    setWrong({
      ...(stage() ? {} : { stage: 'Choose a career stage.' }),
      ...(year === '' || YEAR.test(year) ? {} : { since: 'Enter a year, such as 2019.' }),
    });
    if (wrong().stage || wrong().since) return;
    const { inEducationSince: _, ...rest } = described(ownNow(props.own), { careerStage: stage() });
    const profile = year ? { ...rest, inEducationSince: Number(year) } : rest;
    if (!(await sending.send('DescribeProfile', { person: props.own.person, profile }, { draft, saved: () => props.onSaved() }))) return;
    props.onSent();
  };
  return (
    <SectionForm
      draft={draft}
      sending={sending}
      fields={['profile.careerStage', 'profile.inEducationSince']}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <SelectField
        label="Career stage"
        value={stage()}
        onChange={setStage}
        options={STAGE_OPTIONS}
        error={wrong().stage ?? sending.problem('profile.careerStage')}
      />
      <TextField
        label="In education since"
        optional
        hint="The year you started, such as 2019."
        inputmode="numeric"
        value={since()}
        onInput={setSince}
        error={wrong().since ?? sending.problem('profile.inEducationSince')}
      />
    </SectionForm>
  );
}
