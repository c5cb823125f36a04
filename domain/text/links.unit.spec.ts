import { holdsLink, nameInMail, withoutLinks, wordsInMail } from './links.js';

describe('a name that a mail program would make a link of', () => {
  test.each([
    'http://evil.test/login',
    'https://evil.test',
    'Visit http://evil.test/login now',
    '"Priya" <ceo@dfe.gov.uk>',
    'priya.nair@northfield.sch.uk',
    'evil.test',
    'evil.test/login',
    'evil.academy/login',
    'evil.test:8080/login',
    'www.x.y',
    'evil.com',
    'a@b.c',
    'evil.sch.uk',
    'Evil.Org.Uk',
    'northfield.ac.uk',
    'evil.gov.uk',
    'evil.uk',
    'evil.io',
    'evil.ru',
    'evil.cn',
    'evil.xyz',
    'evil.top',
    'evil.link',
    'evil.click',
    'evil.info',
    'evil.net',
    'Evil.Com',
    'EVIL.CO.UK/login',
    'Priya (evil.com)',
    'Priya,evil.com',
    'www.evil',
    'WWW2.evil.qq',
    't.co/abc',
    'x.com',
    'Mr.com',
    '=HYPERLINK("http://evil.test")',
    'hTTps:evil',
    'mailto:ceo',
    'javascript:alert(1)',
    '\\\\server\\share',
    'ｅｖｉｌ．ｃｏｍ',
    'evil。com',
    'evil.xn--p1ai',
    'зло.рф',
    'Ann 10.0.0.12',
    'Log in at northfield-login.online',
  ])('%s', (name) => expect(holdsLink(name)).toBe(true));

  test.each([
    'O’Brien-Smith (née Jones)',
    'Dr. A.B. Smith',
    'Dr.Smith',
    'Dr.Li',
    'D.J.',
    'D.J. Ma',
    'D.J.Ma',
    'J.Li',
    'S.Kim',
    'J.R.R.Tolkien',
    'St. John',
    'St.John Rivers',
    'St.Jo',
    'Md.Ali Khan',
    'Mohd.Al Amin',
    'Ann Ray, M.Ed',
    'Ann Ray Ph.D.',
    'Ann Smith.Jr',
    'Smith.J',
    'Ann Ray. MBE',
    'M.van der Berg',
    'J.de Silva',
    'Jean-Luc d’Arc',
    'А.Иванов',
    'Ю.А. Ли',
    'ഷീല.എസ്',
    '王.明',
    'مريم',
    'محمد بن أحمد',
    'Nguyễn Thị Hồng Hạnh',
    'Priya @ Northfield',
    'Academy@Worden',
    'St.Mary’s C.of E. Primary',
    'St. Mary’s C.E.V.A. School',
    'Ark: The Academy',
    'Studio 3.5',
    'Holmes & Watson',
    'Ray/Jones',
    'Mary.Jo Smith',
    'Ann Ray BA.Ed',
    'Ann Ray B.Ed',
    'Smith.JA',
    'Wang.Ru',
    'St.Mary’s Inf.School',
    'Elm Jnr.School',
    'Elm Prep.School',
    'Elm Inf.School/Nursery',
    'Prim.of Fife',
    'Co.op Academy',
    'Elm C.of E./Methodist School',
  ])('%s is a name', (name) => expect(holdsLink(name)).toBe(false));

  test('an older name is told without it', () => {
    expect(withoutLinks('Visit http://evil.test/login now')).toBe('Visit now');
    expect(withoutLinks('http://evil.test/login')).toBe('');
    expect(withoutLinks('Dr. A.B.  Smith')).toBe('Dr. A.B.  Smith');
    expect(nameInMail('مريم evil.com')).toBe('\u2068مريم\u2069');
  });

  test.each([
    ['Mary.Jo Smith', 'Mary. Jo Smith'],
    ['Ann Ray BA.Ed', 'Ann Ray BA. Ed'],
    ['Smith.JA', 'Smith. JA'],
    ['Elm Inf.School', 'Elm Inf. School'],
    ['Co.op Academy', 'Co. op Academy'],
    ['evil.academy', 'evil. academy'],
    ['evil。academy', 'evil. academy'],
    ['Mr.academy', 'Mr. academy'],
    ['Dr.Smith', 'Dr.Smith'],
    ['J.R.R.Tolkien M.Ed', 'J.R.R.Tolkien M.Ed'],
    ['Ann Ray Ph.D.', 'Ann Ray Ph.D.'],
    ['Mary.Jo evil.com', 'Mary. Jo'],
  ])('%s is %s in an email, and no part of it is lost', (name, inMail) => {
    expect(nameInMail(name)).toBe(inMail);
    expect(wordsInMail(name)).toBe(inMail);
  });

  test('long words are read at once', () => {
    const from = performance.now();
    for (const long of ['a.'.repeat(50_000), 'a@'.repeat(50_000), 'www.'.repeat(50_000), ':'.repeat(100_000), '-'.repeat(100_000)])
      expect([holdsLink(long), wordsInMail(long)]).toHaveLength(2);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
