import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file of these parts, for specs: the small part of the format that spreadsheets use. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const [files, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    files.push(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, packed]));
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, more, path]));
    offset += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** Text as XML holds it. */
export const xml = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

export interface Cell {
  /** A formula, beside its saved result. Without a value it was never worked out. */
  readonly formula?: string;
  readonly value?: string | number;
  /** Its style by number: 1 is a day, 2 is six figures. */
  readonly style?: number;
}
export type Row = readonly (string | number | Cell)[];

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="[$-809]dd\\ mmmm\\ yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function cellXml(cell: string | number | Cell, name: string, shared: string[]): string {
  if (cell === '') return '';
  if (typeof cell === 'string') {
    if (!shared.includes(cell)) shared.push(cell);
    return `<c r="${name}" t="s"><v>${shared.indexOf(cell)}</v></c>`;
  }
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  const formula = cell.formula === undefined ? '' : `<f>${xml(cell.formula)}</f>`;
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  return `<c r="${name}" s="${cell.style ?? 0}"${type}>${formula}${cell.value === undefined ? '<v></v>' : `<v>${xml(String(cell.value))}</v>`}</c>`;
}

export const sheetXml = (
  rows: readonly Row[],
  shared: string[] = [],
  hidden: ReadonlySet<number> = new Set(),
  merged: readonly string[] = [],
): string =>
  `<worksheet><sheetData>${rows
    .map((row, at) => {
      const cells = row.map((cell, index) => cellXml(cell, `${letters(index)}${at + 1}`, shared)).join('');
      return `<row r="${at + 1}"${hidden.has(at + 1) ? ' hidden="1"' : ''}>${cells}</row>`;
    })
    .join(
      '',
    )}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;

/** An `.xlsx` workbook with these sheets, as Excel lays it out. */
export function xlsxOf(
  sheets: Readonly<Record<string, readonly Row[]>>,
  {
    hidden,
    state = {},
    date1904 = false,
    calc = '',
    merged,
  }: {
    calc?: string;
    hidden?: ReadonlySet<number>;
    state?: Readonly<Record<string, string>>;
    date1904?: boolean;
    /** Of every sheet, such as `C3:C5`. */
    merged?: readonly string[];
  } = {},
): Buffer {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const parts = Object.fromEntries(
    Object.values(sheets).map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows, shared, hidden, merged)]),
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return zipOf({
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map(
        (name, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state[name] ? ` state="${state[name]}"` : ''}/>`,
      )
      .join('')}</sheets>${calc}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join('')}${relation('rId98', 'styles', 'styles.xml')}${relation('rId99', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>`,
    ...parts,
  });
}

/** An `.ods` workbook whose tables are written out by the spec. */
export const odsOf = (tables: string, styles = ''): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
