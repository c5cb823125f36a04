import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MailServer } from './mail-server.testing.js';
import { EmailRefused, type Email } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const email: Email = {
  key: 'k-1',
  to: { person: 'asha' as PersonId, email: 'asha@school.example' },
  about: ['asha' as PersonId],
  subject: 'Ben Osei asks you to be their mentor',
  text: 'Dear Asha\n\nRead and answer: http://hub.example/requests\n',
};

describe('emails by SMTP', () => {
  let server: MailServer;
  let mailer: SmtpMailer;
  beforeEach(async () => {
    server = new MailServer();
    mailer = new SmtpMailer(await server.start(), 'Alongside <hub@school.example>');
  });
  afterEach(async () => {
    await mailer.close();
    await server.stop();
  });

  test('[R8] several cancellations go with one email, each as a file of its own', async () => {
    const file = (uid: string) => `BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nUID:${uid}\r\nEND:VCALENDAR\r\n`;
    const calendars = ['k1', 'k2'].map((uid) => ({ method: 'CANCEL' as const, filename: `${uid}.ics`, file: file(uid) }));
    await mailer.send({ ...email, calendars });
    expect(server.emails[0]?.match(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/gi)).toHaveLength(2);
    expect(server.emails[0]).toMatch(/filename=k1\.ics[\s\S]+filename=k2\.ics/);
  });

  test('[R8] a cancellation goes with the email, so that a calendar that reads mail obeys it', async () => {
    const file = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    await mailer.send({ ...email, calendars: [{ method: 'CANCEL', filename: 'mentoring-meeting.ics', file }] });
    expect(server.emails[0]).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
    expect(server.emails[0]).toMatch(/filename=mentoring-meeting\.ics/);
    expect(server.emails[0]).toContain('Read and answer: http://hub.example/requests');
  });

  test('go out as plain text, and the same email always under the same id, so that a double can be told', async () => {
    await mailer.send(email);
    await mailer.send(email);
    const [first, second] = server.emails;
    expect(first).toContain('To: asha@school.example');
    expect(first).toContain('From: Alongside <hub@school.example>');
    expect(first).toContain('Auto-Submitted: auto-generated');
    expect(first).toContain('Read and answer: http://hub.example/requests');
    const idOf = (text?: string) => /^Message-ID: (<[0-9a-f]{40}@school\.example>)\r?$/m.exec(text ?? '')?.[1];
    expect(idOf(first)).toEqual(expect.any(String));
    expect(idOf(second)).toBe(idOf(first));
  });

  test('a name that looks like an encoded word is shown as it was typed, and decoded by nobody', async () => {
    await mailer.send({ ...email, subject: '=?UTF-8?Q?Click_https=3A//evil.example?= asks you to be their mentor' });
    expect(server.emails[0]).toMatch(/^Subject: = \?UTF-8\?Q\?Click_https=3A\/\/evil\.example\?= asks/m);
  });

  test('are refused for good where the address or the email will never be taken', async () => {
    server.answers = { RCPT: '550 5.1.1 no such mailbox: asha@school.example' };
    const refused = mailer.send(email);
    await expect(refused).rejects.toBeInstanceOf(EmailRefused);
    // What is said of it is logged, and nobody's address belongs in a log.
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('asha') });
    server.answers = { '.': '554 5.7.1 not wanted' };
    await expect(mailer.send(email)).rejects.toBeInstanceOf(EmailRefused);
  });

  test('may be tried again where the server only cannot take them now, or does not take us for who we are', async () => {
    for (const answers of [{ RCPT: '451 4.7.1 come again later' }, { '.': '452 4.3.1 disk full' }, { MAIL: '530 5.7.0 who are you' }]) {
      server.answers = answers as Record<string, string>;
      const failed = mailer.send(email).catch((error: unknown) => error);
      expect(await failed).toBeInstanceOf(Error);
      expect(await failed).not.toBeInstanceOf(EmailRefused);
    }
    expect(server.emails).toEqual([]);
  });

  test('go once to a server that takes its time over saying so', async () => {
    server.saysAfterMs = 300;
    const patient = new SmtpMailer(await server.url(), 'hub@school.example');
    await patient.send(email);
    await patient.close();
    expect(server.emails).toHaveLength(1);
    const hasty = new SmtpMailer(await server.url(), 'hub@school.example', 100);
    await expect(hasty.send(email)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await hasty.close();
  });

  test('and where there is no server at all', async () => {
    const away = new MailServer();
    const url = await away.start();
    await away.stop();
    const nowhere = new SmtpMailer(url, 'hub@school.example');
    await expect(nowhere.send(email)).rejects.toMatchObject({ code: 'ESOCKET' });
    await nowhere.close();
  });
});
