/** Where the email was to go, for the sentence. */
interface Tried {
  readonly host: string;
  readonly port: number;
  readonly sender: string;
  readonly to: string;
}

/** Where emails were to go, without a person's address. */
type Server = Omit<Tried, 'to'>;

const fieldIn = (error: unknown, field: string): string =>
  typeof error === 'object' && error !== null && field in error ? String((error as Readonly<Record<string, unknown>>)[field]) : '';

/** Whatever the connection itself met, before a server said anything. */
const CONNECTION: readonly (readonly [RegExp, (tried: Server) => string])[] = [
  [/ENOTFOUND|EAI_AGAIN|EDNS/, ({ host }) => `We could not find a mail server called ${host}. Check its name.`],
  [
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/,
    ({ host, port }) => `No mail server answers at ${host} on port ${port}. Check the name and the port.`,
  ],
  [
    /ETIMEDOUT|Greeting never received|timeout/i,
    ({ host, port }) => `${host} did not answer on port ${port} in time. Check the port, or ask your IT team whether a firewall blocks it.`,
  ],
  [
    /ETLS|wrong version number|SSL|TLS|certificate|self.signed|ERR_SSL/i,
    ({ host }) => `The connection to ${host} could not be secured. Port 465 usually goes with “TLS”, and port 587 with “STARTTLS”.`,
  ],
  [
    /ECONNRESET|EPIPE|ECONNECTION|ESOCKET|EPROTOCOL/,
    ({ host, port }) => `${host} closed the connection on port ${port}. Check the port and the security.`,
  ],
];

/** Why an email could not be sent, in plain words. The server's own words stay out: they may name what lies behind a firewall. */
export function saySmtpProblem(error: unknown, tried: Tried): string {
  const [code, command, status] = [fieldIn(error, 'code'), fieldIn(error, 'command'), fieldIn(error, 'responseCode')];
  if (code === 'EAUTH' || status === '535' || status === '530')
    return 'The mail server did not accept the user name and password. Some services need an app password made for this purpose.';
  if (command === 'MAIL FROM') return `The mail server does not send for ${tried.sender}. Use the address of this mailbox as the sender.`;
  if (command === 'RCPT TO') return `The mail server did not accept the address ${tried.to}.`;
  if (command === 'DATA') return 'The mail server did not accept the message. Ask the person who runs it whether this hub can send email.';
  const said = `${code} ${fieldIn(error, 'message')}`;
  const found = CONNECTION.find(([pattern]) => pattern.test(said));
  return found ? found[1](tried) : 'The mail server did not accept the message. Check the settings and try again.';
}

/** The same for a screen that outlives the email: no person's address is in it. */
export const saySmtpFailure = (error: unknown, server: Server): string =>
  fieldIn(error, 'command') === 'RCPT TO' || fieldIn(error, 'name') === 'EmailRefused'
    ? 'The mail server does not accept the addresses of people. Ask the person who runs it whether this hub can send email.'
    : saySmtpProblem(error, { ...server, to: '' });
