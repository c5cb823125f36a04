import { isUninvited } from './staff-wave.js';
import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { IMPORT_LIMIT_ROWS, type RowProblem } from '@alongside/domain/imports/columns.js';
import { SCHOOL_FIELDS } from '@alongside/domain/imports/school-fields.js';
import { STAFF_FIELDS } from '@alongside/domain/imports/staff-fields.js';
import { nation } from '@alongside/domain/institutions/institution.events.js';
import { day, institutionId, type InstitutionId, type PersonId, type Position } from '@alongside/domain/kernel/brand.js';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere, Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { viewReaderOf } from '../queries/live-views.js';
import { readBody } from '../app/read-body.js';
import { choicesMade } from './choices.js';
import { closedFor, notWhereClosed } from './closed-list.js';
import { notesOf, pageOf, partsOf, saidOfRows } from './comparison-pages.js';
import { mayImport } from './may-import.js';
import type { Imports } from './imports.js';
import type { ImportTarget } from './import-plan.js';
import type { Brought } from './kept-imports.js';
import { firstOf } from './plan-file.js';
import type { FileKind } from './reading-messages.js';
import type { ReadRefusal } from './readings.js';
import { FILE_HEADER, lineOfList, nameIn } from './own-lists.js';
import { sampleOf } from './sample-rows.js';
import { tellApart } from './told-apart.js';
import { saidOfFile } from './words.js';

/** Injection token of `Imports`. */
export const IMPORTS = Symbol('Imports');
/** When staff who are new here are told that they can sign in, not by itself where nothing is said; and what was chosen of a comparison. */
const confirmation = z.object({
  inviteOn: day.nullable().optional(),
  choices: choicesMade.optional(),
  /** Which reading of the list was looked at. */
  reading: z.number().int().optional(),
});
/** Cells of one list that may be corrected here: with more, its file is what is wrong. */
const CORRECTED_LIMIT_CELLS = 500;
const letter = z.string().regex(/^[A-Z]{1,3}$/);
/** What a person says of columns, by their letters (null leaves one out), and of single cells. What is not said stays as it was. */
const fileSaid = z.object({
  columns: z.record(letter, z.enum([...STAFF_FIELDS, ...SCHOOL_FIELDS]).nullable()).optional(),
  nation: nation.optional(),
  cells: z
    .array(z.object({ row: z.number().int().min(1), letter, text: z.string().max(200) }))
    .max(CORRECTED_LIMIT_CELLS)
    .optional(),
  /** Whom a staff list names. */
  list: z.enum(['staff', 'leavers']).optional(),
  /** Rows with an earlier address of a member that are about another person. */
  another: z.array(z.number().int().min(1)).max(CORRECTED_LIMIT_CELLS).optional(),
  /** The sheet of a workbook that this is said of. Alone: the sheet that is to be read. */
  sheet: z.string().max(1_000).optional(),
});
/** Where a staff list is imported instead. */
const elsewhere = z.object({ institution: institutionId });
const readAgain = () =>
  new Problem(409, 'IMPORT.READ_AGAIN', 'This list was changed in another tab or window, so nothing is imported. Check it again here.');
/** The parts of the comparison of a staff list. */
const STAFF_PARTS = ['added', 'returning', 'changes', 'sameNames', 'gone', 'unread', 'undated', 'former'] as const;
/** More of one part of a comparison than was shown first: from a place on, or those with a text in them. */
const partAsked = z.object({
  part: z.enum([...STAFF_PARTS, 'alike', 'schools', 'closing', 'following']),
  from: z.coerce.number().int().min(0).max(IMPORT_LIMIT_ROWS).default(0),
  find: z.string().max(100).default(''),
});
const UNREADABLE = 422;
const STATUS: Readonly<Partial<Record<ReadRefusal['code'], number>>> = {
  'IMPORT.TOO_LARGE': 413,
  'IMPORT.BUSY': 429,
  'IMPORT.OTHER_SHEET': 409,
};
type Parts = ReturnType<typeof partsOf>;
/** A list that was let go while it was read is not there any more. */
const notRead = (error: ReadRefusal, kind: FileKind): Problem =>
  error.code === 'IMPORT.CALLED_OFF' ? notThere() : new Problem(STATUS[error.code] ?? UNREADABLE, error.code, saidOfFile(error, kind));
const notAllowed = () =>
  new Problem(
    403,
    'COMMAND.NOT_ALLOWED',
    'You cannot import this list. Coordinators and administrators import staff, and administrators of this hub import schools.',
  );

/** A file of schools or staff: brought, looked at, confirmed, followed, called off. */
@Controller('api/imports')
export class ImportsController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(IMPORTS) private readonly imports: Imports,
  ) {}

  @Post()
  @HttpCode(200)
  async bring(
    @SignedIn() person: PersonId,
    @Query('kind') kind: string | undefined,
    @Query('institution') institution: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const target = targetOf(kind, institution);
    if (!target || !this.#may(person, target)) throw notAllowed();
    const gone = new AbortController();
    // Closed before it was answered: the person who sent the file went away, and nobody would ever confirm what was read.
    response.once('close', () => response.writableFinished || gone.abort());
    const brought = await this.imports.bring(piecesOf(request, gone), target, person, gone.signal, nameIn(request.get(FILE_HEADER)));
    if (!brought.ok) throw notRead(brought.error, target.kind);
    return this.#shown(brought.value);
  }

  @Post(':id/confirm')
  @HttpCode(202)
  async confirm(@SignedIn() person: PersonId, @Param('id') id: string, @Body() body: unknown) {
    const brought = await this.#find(person, id);
    // Done in the hub's name: the person who has lost the right since the file was shown has lost it here too.
    if (!this.#may(person, brought.target)) throw notAllowed();
    if (brought.job.progress().status === 'planned') notWhereClosed(brought.target, viewReaderOf(this.hub.views.store));
    if (brought.job.progress().status === 'planned' && this.imports.busy)
      throw new Problem(
        429,
        'IMPORT.BUSY',
        'Other lists are being brought in just now. Yours is kept; please confirm it again in a few minutes.',
      );
    const { inviteOn, choices, reading } = readBody(confirmation, body ?? {}, 'COMMAND.INVALID');
    if ((choices || reading !== undefined) && reading !== brought.reading) throw readAgain();
    void this.imports.run(brought, inviteOn ?? null, choices);
    return brought.job.progress();
  }

  /** What columns hold, and what single cells should: the file is read again, and the answer is as to the file itself. */
  @Post(':id/columns')
  @HttpCode(200)
  async columns(@SignedIn() person: PersonId, @Param('id') id: string, @Body() body: unknown) {
    const brought = await this.#find(person, id);
    if (!this.#may(person, brought.target)) throw notAllowed();
    const said = readBody(fileSaid, body ?? {}, 'COMMAND.INVALID');
    const { columns, cells } = said;
    const read = await this.imports.withSaid(brought, {
      ...(columns && { columns }),
      ...(cells && { cells }),
      ...(said.nation && { nation: said.nation }),
      ...(said.list && { list: said.list }),
      ...(said.sheet !== undefined && { sheet: said.sheet }),
    });
    if (!read.ok) throw notRead(read.error, brought.target.kind);
    return this.#shown(read.value);
  }

  /** Reads a staff list for another school, as where its own has closed: with the columns and cells as they were said. */
  @Post(':id/institution')
  @HttpCode(200)
  async elsewhere(@SignedIn() person: PersonId, @Param('id') id: string, @Body() body: unknown) {
    const brought = await this.#find(person, id);
    const { institution } = readBody(elsewhere, body ?? {}, 'COMMAND.INVALID');
    if (brought.target.kind !== 'staff' || !this.#may(person, { kind: 'staff', institution })) throw notAllowed();
    const read = await this.imports.withInstitution(brought, institution);
    if (!read.ok) throw notRead(read.error, brought.target.kind);
    return this.#shown(read.value);
  }

  /** A person's own lists that they may still import: what runs, what is to be looked at, and what came of the last. */
  @Get()
  @Header('Cache-Control', 'private, no-store')
  async own(@SignedIn() person: PersonId) {
    const look = viewReaderOf(this.hub.views.store);
    const lists = (await this.imports.ofPerson(person)).filter(({ target }) => this.#may(person, target));
    return { imports: lists.map((one) => lineOfList(one, look)) };
  }

  @Get(':id')
  @Header('Cache-Control', 'private, no-store')
  async follow(@SignedIn() person: PersonId, @Param('id') id: string) {
    return (await this.#mine(person, id)).job.progress();
  }

  /** The same answer as to the file itself, as things stand; or more of one part of its comparison. */
  @Get(':id/preview')
  @Header('Cache-Control', 'private, no-store')
  async look(@SignedIn() person: PersonId, @Param('id') id: string, @Query() query: unknown) {
    const brought = await this.#mine(person, id);
    const asked = partAsked.safeParse(query);
    if (!asked.success) return this.#shown(brought);
    const parts = this.#partsOf(brought);
    return pageOf(parts[asked.data.part] ?? [], asked.data.from, asked.data.find);
  }

  /** One row of the list, to be corrected. */
  @Get(':id/rows/:row')
  @Header('Cache-Control', 'private, no-store')
  async row(@SignedIn() person: PersonId, @Param('id') id: string, @Param('row') row: string) {
    const brought = await this.#mine(person, id);
    const read = await this.imports.rowOf(brought, Number(row));
    if (!read.ok) throw notRead(read.error, brought.target.kind);
    if (!read.value || brought.job.progress().status !== 'planned') throw notThere();
    return { cells: read.value };
  }

  @Delete(':id')
  @HttpCode(200)
  async callOff(@SignedIn() person: PersonId, @Param('id') id: string) {
    const brought = await this.#find(person, id);
    await this.imports.callOff(brought);
    return brought.job.progress();
  }

  /** One that they may still bring in: it names people to those alone. */
  async #mine(person: PersonId, id: string): Promise<Brought> {
    const brought = await this.#find(person, id);
    if (!this.#may(person, brought.target)) throw notAllowed();
    return brought;
  }

  readonly #parts = new WeakMap<Brought, { readonly through: Position | undefined; readonly parts: Parts }>();

  #may(person: PersonId, target: ImportTarget): boolean {
    return mayImport(this.hub.audience.actor(person), target, viewReaderOf(this.hub.views.store));
  }

  #shown(brought: Brought): object {
    const closedSchool = closedFor(brought.target, viewReaderOf(this.hub.views.store), (target) => this.#may(brought.by, target));
    const problems = this.imports.problemsOf(brought);
    return {
      ...shown(brought, problems, this.#partsOf(brought), viewReaderOf(this.hub.views.store)),
      ...(closedSchool && { closedSchool }),
    };
  }

  /** To the person who brought it, who reads the list of members there. Its pages are of one reading: worked out once, until a view changes. */
  #partsOf(brought: Brought): Parts {
    const { foreseen, target, by } = brought;
    const through = this.hub.views.through();
    const known = this.#parts.get(brought);
    if (known && known.through === through) return known.parts;
    const look = viewReaderOf(this.hub.views.store);
    const apart = tellApart(this.hub.audience.actor(by), look);
    const toldApart = (person: PersonId) =>
      target.kind !== 'staff'
        ? {}
        : {
            ...apart(person, target.institution),
            ...(isUninvited(target.institution, person, look) && { uninvited: true }),
          };
    const parts = partsOf(foreseen, look, toldApart);
    this.#parts.set(brought, { through, parts });
    return parts;
  }

  async #find(person: PersonId, id: string): Promise<Brought> {
    const found = await this.imports.find(id, person);
    if (!found.ok) throw notRead(found.error, 'staff');
    if (!found.value) throw notThere();
    return found.value;
  }
}

function targetOf(kind: string | undefined, institution: string | undefined): ImportTarget | undefined {
  if (kind === 'institutions') return { kind };
  return kind === 'staff' && institution ? { kind, institution: institution as InstitutionId } : undefined;
}

function shown(
  { id, reading, job, encoding, foreseen, said, file, stopped, withoutWords }: Brought,
  problems: readonly RowProblem[],
  parts: Parts,
  look: HubReader,
) {
  const { plan } = job;
  const {
    problemsTotal,
    rowsWithErrors,
    rowsOfLeavers = 0,
    rowsOfPupils,
    notOpen,
    columns,
    columnsTotal,
    headingsRow,
    sheet,
  } = plan.summary;
  return {
    ...job.progress(),
    id,
    reading,
    encoding,
    ...(stopped && { stopped }),
    ...(withoutWords && { withoutWords }),
    headingsRow,
    ...(sheet && { sheet }),
    kind: plan.kind,
    foreseen: foreseen.rows,
    emails: foreseen.emails,
    emailsAtOnce: foreseen.emailsAtOnce ?? 0,
    emailsWaiting: foreseen.emailsWaiting ?? 0,
    sample: sampleOf(plan, foreseen, look),
    problems: firstOf(saidOfRows([...problems, ...notesOf(foreseen, look)], foreseen)),
    problemsTotal: problemsTotal + foreseen.notesTotal,
    rowsWithErrors,
    rowsOfLeavers,
    ...(rowsOfPupils !== undefined && { rowsOfPupils }),
    cells: said.cells,
    ...(plan.kind !== 'staff'
      ? {
          notOpen,
          columns,
          columnsTotal,
          otherLinks: plan.summary.otherLinks,
          ...(plan.summary.nation && { nation: plan.summary.nation }),
          ...(plan.summary.nations && { nations: plan.summary.nations }),
          canChoose: file !== null,
          register: {
            alike: pageOf(parts['alike'] ?? []),
            changes: pageOf(parts['schools'] ?? []),
            closing: pageOf(parts['closing'] ?? []),
            following: pageOf(parts['following'] ?? []),
          },
        }
      : {
          institution: plan.institution,
          desk: deskOf(plan.institution, look),
          ...(plan.summary.list && { list: plan.summary.list }),
          columns,
          columnsTotal,
          remembered: said.remembered,
          notRemembered: said.notRemembered ?? [],
          ...(foreseen.comparison.otherDomain && { otherDomain: foreseen.comparison.otherDomain }),
          comparison: Object.fromEntries(STAFF_PARTS.map((part) => [part, pageOf(parts[part] ?? [])])),
        }),
  };
}

/** Who invites the people of an institution, themselves or through its trust: null for nobody yet. */
function deskOf(institution: InstitutionId, look: HubReader): 'coordinator' | 'administrator' | null {
  const at = [institution, look.row('institution', institution)?.trust ?? undefined].filter((one) => one !== undefined);
  const members = at.flatMap((one) => look.rows('member', { institution: one })).filter(({ left }) => left === null);
  return (['coordinator', 'administrator'] as const).find((role) => members.some(({ roles }) => roles.includes(role))) ?? null;
}

/** The body as it comes in: a file is not JSON, and is never held here as a whole. */
async function* piecesOf(request: Request, gone: AbortController): AsyncIterable<Uint8Array> {
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch (error) {
    // A person who stops half-way is no failure of the hub.
    if (request.complete) throw error;
    gone.abort();
  }
}
