import { Show, type JSX } from 'solid-js';
import { careerStage, phase, role, setting } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { NameForm, StageForm, TeachingForm } from './forms.js';
import { SectionFrame, type OwnSectionProps as Props } from './section-frame.js';

const names = (ids: readonly string[], find: (id: string) => { readonly name: string } | undefined) =>
  ids.map((id) => find(id)?.name ?? id).join(', ');
const NotSaid = () => <span class="muted">No answer yet.</span>;

/** Name and job. */
export const NameSection = (props: Props): JSX.Element => (
  <SectionFrame
    {...props}
    summary={
      <>
        <p>
          <strong>
            <bdi>{[props.own.names.title, props.own.name].filter(Boolean).join(' ')}</bdi>
          </strong>
          {props.own.profile?.jobTitle ? `, ${props.own.profile.jobTitle}` : ''}
        </p>
        <Show when={props.own.called !== props.own.name}>
          <p class="small muted">We call you {props.own.called} in messages.</p>
        </Show>
        <Show when={props.own.profile?.roles.length}>
          <p class="small muted">{names(props.own.profile?.roles ?? [], role)}</p>
        </Show>
        <Show when={props.own.profile?.about}>
          <p class="muted">“{props.own.profile?.about}”</p>
        </Show>
      </>
    }
    form={<NameForm {...props} />}
  />
);

/** Phases, subjects and the kind of setting. */
export const TeachingSection = (props: Props): JSX.Element => (
  <SectionFrame
    {...props}
    summary={
      <Show when={(props.own.profile?.phases.length ?? 0) + (props.own.profile?.subjects.length ?? 0)} fallback={<NotSaid />}>
        <p>
          {[(props.own.profile?.subjects ?? []).map(subjectName).join(', '), names(props.own.profile?.phases ?? [], phase)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Show when={props.own.profile?.settings.length}>
          <p class="small muted">{names(props.own.profile?.settings ?? [], setting)}</p>
        </Show>
      </Show>
    }
    form={<TeachingForm {...props} />}
  />
);

/** Where a person is in their career. */
export const StageSection = (props: Props): JSX.Element => (
  <SectionFrame
    {...props}
    summary={
      <Show when={props.own.profile?.careerStage} fallback={<NotSaid />}>
        {(stage) => (
          <p>
            {careerStage(stage())?.name ?? stage()}
            {props.own.profile?.inEducationSince ? `, in education since ${props.own.profile.inEducationSince}` : ''}
          </p>
        )}
      </Show>
    }
    form={<StageForm {...props} />}
  />
);
