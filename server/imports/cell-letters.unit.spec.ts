import iconv from 'iconv-lite';
import { corrected, type RawRow } from '@alongside/domain/imports/columns.js';
import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import { planStaff } from '@alongside/domain/imports/staff.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { readingsOfCell } from './cell-letters.js';
import { readTable } from './read-table.js';

const known = (cells: readonly string[]) => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length;
const tableOf = async (bytes: Buffer) => {
  const read = await readTable(bytes, { known });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe('letters, cell by cell', () => {
  const mac = (text: string) => iconv.encode(text, 'macroman');
  const windows = (text: string) => iconv.encode(text, 'windows-1252');
  const readOf = async (bytes: Buffer) => {
    const { encoding, rows } = await tableOf(bytes);
    return [encoding, ...rows.map(({ cells, doubtful }) => `${cells['A']}${doubtful ? `? ${doubtful.join()}` : ''}`)];
  };
  const namesOf = async (bytes: Buffer) => (await readOf(bytes)).slice(1).map((read) => read?.replace('? A', ''));
  const NAMES = ['Zoë D’Arcy', 'André Ó Briain', 'Siân Müller', 'Chloé O’Neill', 'RENÉE ÉVANS', 'Łukasz'].slice(0, 5);
  const file = (names: readonly string[]) => `Name,Email\n${names.map((name, at) => `${name},p${at}@a.example`).join('\n')}\n`;

  test('a file of an older Mac, and one of Windows, are told apart', async () => {
    expect(await readOf(mac(file(NAMES)))).toEqual(['MacRoman', ...NAMES]);
    expect(await readOf(windows(file(NAMES)))).toEqual(['Windows-1252', ...NAMES]);
    for (const name of NAMES) {
      expect(await readOf(mac(file([name])))).toEqual(['MacRoman', name]);
      expect(await readOf(windows(file([name])))).toEqual(['Windows-1252', name]);
    }
  });

  test('a cell whose letters are a guess has its other readings to choose from, after the one that is read', async () => {
    const cp850 = (text: string) => iconv.encode(text, 'cp850');
    const rowOf = (encoded: Buffer, at: number) => Buffer.concat([encoded, Buffer.from(`,q${at}@a.example\n`)]);
    const { headers, rows } = await tableOf(
      Buffer.concat([
        Buffer.from(file(['Zoë Ŵyn', 'Łukasz Żółć', 'Siân Llŷr', 'Éva Côté'])),
        ...[mac('Siân Müller'), mac('Chloé Évans'), mac('André Côté'), cp850('Zoë García'), windows('Pat O’Brien'), cp850('Al Garçon')].map(
          rowOf,
        ),
      ]),
    );
    const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-12-01' as Day };
    const choicesOf = (all: readonly RawRow[]) => new Map(planStaff(headers, all, look).problems.map(({ row, choices }) => [row, choices]));
    const choices = choicesOf(rows);
    expect(rows.filter(({ doubtful }) => doubtful).map(({ row }) => row)).toEqual([6, 7, 8, 9, 10, 11]);
    expect([choices.get(6), choices.get(10), choices.get(11)]).toEqual([
      undefined,
      ['Pat O’Brien', 'Pat OíBrien'],
      ['Al Garáon', 'Al Garçon'],
    ]);
    // One that is chosen is in doubt no longer, and the others are as before.
    const after = choicesOf(corrected(rows, [{ row: 10, letter: 'A', text: 'Pat O’Brien' }]));
    expect([after.has(10), after.get(11)]).toEqual([false, choices.get(11)]);
  });

  test('of a long cell the first 200 letters are read otherwise', () => {
    const read = (text: string) => readingsOfCell(windows(text).toString('latin1'), { text, isDoubtful: true });
    const filled = 'a'.repeat(190);
    expect(read(`O’Brien ${filled} O’Brien ${filled}`).map((one) => one.slice(0, 8) + one.length)).toEqual(['O’Brien 200', 'OíBrien 200']);
    expect(read(`Brien O Brien ${filled} O’Brien`)).toEqual([]);
    const letters = 'ẁ'.repeat(199);
    expect(readingsOfCell(Buffer.from(`${letters}ëé`).toString('latin1'), { text: 'x', isDoubtful: true })).toContain(`${letters}ë`);
  });

  test('a file that mixes them is read cell by cell, and each cell that differs is said to be a guess', async () => {
    const mixed = Buffer.concat([
      Buffer.from(file(['Zoë Ŵyn', 'Łukasz Żółć'])),
      windows('O’Brien Pat,p@a.example\n'),
      windows('André,a@a.example\n'),
    ]);
    expect(await readOf(mixed)).toEqual(['UTF-8', 'Zoë Ŵyn', 'Łukasz Żółć', 'O’Brien Pat? A', 'André? A']);
    // Marks of Windows between words, and before figures.
    for (const text of ['Teacher – History', 'Teacher — History', 'Paid £30k', 'Years 7–11'])
      expect(await readOf(Buffer.concat([Buffer.from(file(['Zoë Ŵyn'])), windows(`${text},p@a.example\n`)]))).toEqual([
        'UTF-8',
        'Zoë Ŵyn',
        `${text}? A`,
      ]);
    const older = Buffer.concat([windows(file(NAMES)), Buffer.from('Zoë Ŵyn,z@a.example\n'), mac('Renée,r@a.example\n')]);
    expect(await readOf(older)).toEqual(['Windows-1252', ...NAMES, 'Zoë Ŵyn? A', 'Renée? A']);
  });

  test('a byte that is no letter in any of them stays unread', async () => {
    const bytes = Buffer.from(file(['Zoë Ŵyn', 'Ann#']));
    bytes[bytes.indexOf('#')] = 0xf7;
    expect(await readOf(bytes)).toEqual(['UTF-8', 'Zoë Ŵyn', 'Ann\ufffd? A']);
  });

  const dos = (text: string) => iconv.encode(text, 'cp850');
  const DOS_NAMES = ['Zoë Smith', 'Björn Hall', 'Renée Ray', 'Siân Müller', 'Chloé Évans', 'François Núñez', "SIOBHÁN O'NEILL"];

  test('a file of MS-DOS is known by its names, and a single name that may be two is a guess', async () => {
    expect(await readOf(dos(file(DOS_NAMES)))).toEqual(['CP850', ...DOS_NAMES]);
    for (const name of ['Renée Ray', 'Chloé Évans', 'Siân Müller', 'José Ray', 'André Ray'])
      expect(await readOf(dos(file([name])))).toEqual(['CP850', name]);
    for (const name of ['Zoë Smith', 'Björn Hall', 'François Ray', 'Anaïs Ray']) {
      const [encoding, read] = await readOf(dos(file([name])));
      expect([encoding, read?.replace('? A', '')]).toEqual(['CP850', name]);
    }
    expect(await readOf(dos(file(['Zoë Smith'])))).toEqual(['CP850', 'Zoë Smith? A']);
    // Few accents, as most lists have; with two, one of them may be a stray byte.
    expect(await readOf(dos(file(['Ann Ray', 'Zoë Smith', 'Renée Lee', 'Siân Ray'])))).toEqual([
      ...['CP850', 'Ann Ray', 'Zoë Smith', 'Renée Lee', 'Siân Ray'],
    ]);
    expect(await readOf(dos(file(['Zoë Smith', 'Renée Lee'])))).toEqual(['CP850', 'Zoë Smith? A', 'Renée Lee']);
  });

  test('one stray byte decides for no encoding: a name that it makes another is a guess', async () => {
    // “üRN” on a Mac, where the school is “Ysgol Mìn”, and “ƒRN” in MS-DOS.
    const hit = Buffer.concat([Buffer.from('"\x9f', 'latin1'), dos('RN"\tLinkURN\tLinkName\n1\t2\tYsgol Gymraeg Môn\n2\t3\tElm\n')]);
    expect((await tableOf(hit)).rows.map(({ doubtful }) => doubtful)).toEqual([['C'], undefined]);
  });

  test('one name of Windows is sure, and so are its signs', async () => {
    const sure = [
      'Zoë Ray',
      'André Ray',
      'Siobhán Ray',
      'Jürgen Ray',
      'Björn Hall',
      'José Núñez',
      'Siân Ray',
      'Pat O’Neill',
      'SIOBHÁN',
      'JÖRG RAY',
      'Çelik',
    ];
    for (const name of [...sure, 'Paid £30k', 'Head of “Maths”', 'Years 7–11', 'Girls’ School', 'Maths – Year 7', 'Teacher…'])
      expect(await readOf(windows(file([name])))).toEqual(['Windows-1252', name]);
  });

  test('a right name of Windows is never changed, whatever the file is: small initials, Caps Lock, and É at the end', async () => {
    const usual = ['Zoë Smith', 'Renée Ray', 'Siân Jones', 'François Dupont', 'José Núñez', 'Björn Berg', 'Chloé Évans', 'Anaïs Roux'];
    const names = ['Gilbert à Beckett', 'éamon brady', 'étienne dupont', 'óscar lopez', 'édith ray', 'çelik', 'MBAPPÉ', 'BERNABÉ', 'SOLÉ'];
    const caps = ['ANDRé DUPONT', 'JOSé RAY', 'SIâN JONES', 'MUñOZ', 'ZOë'];
    for (const name of [...names, ...caps]) {
      expect((await namesOf(windows(file([...usual, name])))).at(-1)).toBe(name);
      expect(await namesOf(windows(file([name, 'Ann Ray'])))).toEqual([name, 'Ann Ray']);
    }
    expect(await namesOf(windows(file(['BARNABÉ', 'SOLÉ', 'PELÉ', 'JOSUÉ'])))).toEqual(['BARNABÉ', 'SOLÉ', 'PELÉ', 'JOSUÉ']);
    expect((await namesOf(dos(file([...usual, 'Thomas à Beckett'])))).at(-1)).toBe('Thomas à Beckett');
  });

  test.each(['windows-1252', 'macroman', 'cp850'])('letters saved twice are mended and noted: taken for %s', async (encoding) => {
    const [kept, by] = [[0x81, 0x8d, 0x8f, 0x90, 0x9d], encoding === 'windows-1252'];
    const twice = (text: string) =>
      Array.from(Buffer.from(text), (byte) =>
        by && kept.includes(byte) ? String.fromCharCode(byte) : iconv.decode(Buffer.from([byte]), encoding),
      ).join('');
    const names = ['Zoë Smith', 'Siobhán O’Brien', 'RENÉE LEE', 'Łukasz Ray', 'Siân Ŵyn'];
    expect(await readOf(Buffer.from(file(['Ann', ...names.map(twice), 'Zoë'])))).toEqual([
      'UTF-8',
      'Ann',
      ...names.map((name) => `${name}? A`),
      'Zoë',
    ]);
    expect(await readOf(Buffer.from(file([twice(twice('Zoë'))])))).toEqual(['UTF-8', 'Zoë? A']);
    const { headers } = await tableOf(Buffer.from(`${twice('\ufeff')}Name,Email\nAnn,a@a.example\n`));
    expect(headers).toEqual(['Name', 'Email']);
  });

  test.each(['windows-1250', 'iso-8859-2', 'cp852'])(
    'a file of Poland (%s) is not read by chance: each of its letters is a guess',
    async (encoding) => {
      const [, ...read] = await readOf(iconv.encode(file(['Łukasz Żółć', 'Jiří Dvořák', 'Ann', 'Šárka Čech']), encoding));
      expect(read.map((one) => one.endsWith('? A'))).toEqual([true, true, false, true]);
    },
  );

  test('a name saved by the Windows of Turkey is a guess, alone or among others', async () => {
    const written = iconv.encode(file(['Zoë Ray', 'Ayşe Yıldız', 'Uğur Ray', 'Ömer Çelik']), 'windows-1254');
    expect(await readOf(written)).toEqual(['Windows-1252', 'Zoë Ray', 'Ayþe Yýldýz? A', 'Uður Ray? A', 'Ömer Çelik']);
  });

  test('letters that only look as if they were saved twice stay', async () => {
    const names = ['JOÃO', 'Âme Ray', 'THE CAFÉ’S', 'Ãine «Ray»'];
    expect(await readOf(Buffer.from(file(names)))).toEqual(['UTF-8', ...names]);
  });

  test('UTF-16 is known without its mark', async () => {
    expect(await readOf(iconv.encode(file(NAMES), 'utf-16le'))).toEqual(['UTF-16', ...NAMES]);
    expect(await readOf(iconv.encode(file(NAMES), 'utf-16be'))).toEqual(['UTF-16', ...NAMES]);
  });
});
