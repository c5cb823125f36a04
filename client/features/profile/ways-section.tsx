import type { JSX } from 'solid-js';
import { communicationItems } from '@alongside/domain/uk/taxonomy/lists.js';
import type { OwnProfile } from './answers.js';
import { WaysForm } from './forms.js';
import { SectionFrame, type SectionProps } from './section-frame.js';

type Props = SectionProps & { readonly own: OwnProfile };

/** Eight questions on how a person likes to work, each of which may be left out. */
export const WaysSection = (props: Props): JSX.Element => {
  const given = () => communicationItems.filter(({ id }) => props.own.preferences[id] !== undefined).length;
  return (
    <SectionFrame
      {...props}
      summary={
        <p class="muted">{given() ? `${given()} of ${communicationItems.length} answered.` : 'Eight short questions, all optional.'}</p>
      }
      form={<WaysForm {...props} />}
    />
  );
};
