import { email } from '@alongside/domain/people/person.events.js';

/** `address`, `Name <address>` or `"Name, with a comma" <address>`; one of them. */
const SENDER = /^(?:(?:"[^"\\\p{Cc}]*"\s*|[^"<>,;:\\\p{Cc}]*)<([^<>\s,]+)>|([^<>\s,"]+))$/u;
/** A machine’s own name has no dot: right for trying the hub, and refused by most mail servers. */
const ON_THIS_MACHINE = /^[A-Za-z0-9._+-]+@localhost$/;

/** The address that a sender names; undefined where it names none, or several. */
export function addressOfSender(sender: string): string | undefined {
  const [, inBrackets, alone] = SENDER.exec(sender.trim()) ?? [];
  const address = inBrackets ?? alone ?? '';
  return email.safeParse(address).success || ON_THIS_MACHINE.test(address) ? address : undefined;
}

/** What the name of a sender may not hold. */
const NOT_IN_NAMES = /[\p{Cc}<>"\\]/gu;

/** A sender as mail writes it. Where the settings give no name, it is the hub’s, if it has one. */
export function senderOf(
  { senderName, senderAddress }: { readonly senderName: string; readonly senderAddress: string },
  hubName = '',
): string {
  const name = senderName || hubName.replace(NOT_IN_NAMES, '').trim();
  return name ? `"${name}" <${senderAddress}>` : senderAddress;
}
