import { createMemo, splitProps, type JSX } from 'solid-js';
import { A } from '@solidjs/router';

/** `primary`: the one next action of a screen. `quiet`: beside it. `plain`: in passing. `danger`: what cannot be taken back. */
type Tone = 'primary' | 'quiet' | 'plain' | 'danger';

interface ButtonStyle {
  readonly tone?: Tone | undefined;
  readonly small?: boolean | undefined;
  readonly wide?: boolean | undefined;
}

const classes = (style: ButtonStyle) =>
  [
    'button',
    style.tone && style.tone !== 'primary' && `button--${style.tone}`,
    style.small && 'button--small',
    style.wide && 'button--wide',
  ]
    .filter(Boolean)
    .join(' ');

/** A button that says what happens. While `pending` it keeps its focus and its words, and ignores presses. */
export function Button(
  props: ButtonStyle & { pending?: boolean | undefined; onPress?: ((event: MouseEvent) => void) | undefined } & Omit<
      JSX.ButtonHTMLAttributes<HTMLButtonElement>,
      'onClick' | 'class'
    >,
) {
  const [own, rest] = splitProps(props, ['tone', 'small', 'wide', 'pending', 'onPress', 'children']);
  // Read in a handler, a condition that was given for it would become a computation that nothing ends.
  const pending = createMemo(() => own.pending === true);
  const press = (event: MouseEvent) => (pending() ? event.preventDefault() : own.onPress?.(event));
  return (
    <button
      type="button"
      {...rest}
      class={classes(own)}
      aria-disabled={pending() ? 'true' : undefined}
      aria-busy={pending() ? 'true' : undefined}
      onClick={press}
    >
      {pending() && <span class="button__pending" aria-hidden="true" />}
      {own.children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. `away`: the hub itself answers, as with a file or a page of its own. */
export function ButtonLink(
  props: ButtonStyle & { href: string; away?: boolean | undefined; download?: boolean | undefined; children: JSX.Element },
) {
  return props.away ? (
    <a class={classes(props)} href={props.href} {...(props.download ? { download: '' } : { rel: 'external' })}>
      {props.children}
    </a>
  ) : (
    <A class={classes(props)} href={props.href}>
      {props.children}
    </A>
  );
}

/** A link within a sentence or at the end of a row. `about` completes it for those who hear links out of place. */
export function Link(props: { href: string; about?: string | undefined; away?: boolean | undefined; children: JSX.Element }) {
  const words = () => (
    <>
      {props.children}
      {props.about && <span class="unseen"> {props.about}</span>}
    </>
  );
  return props.away ? (
    <a href={props.href} rel="external">
      {words()}
    </a>
  ) : (
    <A href={props.href}>{words()}</A>
  );
}
