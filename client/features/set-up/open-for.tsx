import { Show, type JSX } from 'solid-js';
import { Notice } from '../../ui/index.js';
import { openFor } from '../../shared/set-up/answers.js';

/** Says before any email leaves that its link would open for few. It can still be tried alone. */
export const OpenForFew = (props: { publicUrl: string }): JSX.Element => (
  <Show when={openFor(props.publicUrl) !== 'everyone'}>
    <Notice
      title={
        openFor(props.publicUrl) === 'this computer'
          ? `Colleagues cannot open ${props.publicUrl}`
          : `Colleagues can open ${props.publicUrl} only inside your network`
      }
    >
      <p>
        Every email links to this address. Set PUBLIC_URL to the address that colleagues will use, and start the hub again. The file
        docs/operating.md explains how. You can try the hub on your own before that.
      </p>
    </Notice>
  </Show>
);
